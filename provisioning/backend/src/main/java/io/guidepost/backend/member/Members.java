package io.guidepost.backend.member;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.member.MemberView;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Members, found by a digest of the code on their card. Thread-safe. */
public final class Members {
    /** Longest code that is looked up. */
    public static final int MAX_CODE = 64;

    private final Database database;
    private final CodeDigest digest;

    public Members(Database database, CodeDigest digest) {
        this.database = database;
        this.digest = digest;
    }

    /** The opaque number that a code's owner always gets, however often a feed is imported. */
    public MemberRef refOf(String code) {
        return new MemberRef("m-" + digest.of("ref:" + code).substring(0, 20));
    }

    /** Adds a member, or changes name and tier of one that is known. */
    public void add(
            Handle transaction,
            MemberRef ref,
            String code,
            String name,
            String tier,
            LocalDate joined) {
        transaction.createUpdate("delete from members where ref = :ref").bind("ref", ref).execute();
        transaction
                .createUpdate(
                        "insert into members (ref, code_hash, name, tier, joined_on) values (:ref,"
                                + " :hash, :name, :tier, :joined)")
                .bind("ref", ref)
                .bind("hash", digest.of(code))
                .bind("name", name)
                .bind("tier", tier)
                .bind("joined", joined)
                .execute();
    }

    /** The member with this code, with the name masked. */
    public Optional<MemberView> find(String code) {
        if (code.length() > MAX_CODE) {
            return Optional.empty();
        }
        return database.inTransaction(
                h ->
                        h.createQuery("select ref, name, tier from members where code_hash = :hash")
                                .bind("hash", digest.of(code))
                                .map(
                                        row ->
                                                new MemberView(
                                                        row.getColumn("ref", MemberRef.class),
                                                        masked(row.getColumn("name", String.class)),
                                                        row.getColumn("tier", String.class)))
                                .findOne());
    }

    /** Whether there is such a member. */
    public boolean knows(Handle transaction, MemberRef ref) {
        return transaction
                .createQuery("select 1 from members where ref = :ref")
                .bind("ref", ref)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** First letter of the first name, dots, first letter of the last: {@code A••• M.} */
    public static String masked(String name) {
        String[] words = name.strip().split("\\s+", -1);
        String first = words[0].isEmpty() ? "" : firstLetter(words[0]);
        return words.length == 1
                ? first + "•••"
                : first + "••• " + firstLetter(words[words.length - 1]) + ".";
    }

    private static String firstLetter(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
