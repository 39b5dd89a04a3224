package io.guidepost.backend.enrol;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The kiosks that may connect and how they prove who they are. Thread-safe. */
public final class Kiosks {
    private final Database database;
    private final Clock clock;
    private final List<Consumer<KioskId>> whenRevoked = new CopyOnWriteArrayList<>();

    public Kiosks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes sure that a store group is there; a known one keeps its name. */
    public void addGroup(GroupId id, String name) {
        database.useTransaction(
                h ->
                        h.createUpdate(
                                        "insert into store_groups (id, name) values (:id, :name) on"
                                                + " conflict do nothing")
                                .bind("id", id)
                                .bind("name", name)
                                .execute());
    }

    /**
     * Gives a kiosk a new secret; one that it had before ends. Joins the group, which is made where
     * there is none.
     */
    public KioskCredentials enrol(KioskId id, GroupId group) {
        addGroup(group, group.value());
        String secret = SecretHash.newSecret();
        database.inDurableTransaction(
                h -> {
                    int known =
                            h.createUpdate(
                                            "update kiosks set group_id = :group, secret_hash ="
                                                    + " :hash, enrolled_at = :now, revoked = false"
                                                    + " where id = :id")
                                    .bind("id", id)
                                    .bind("group", group)
                                    .bind("hash", SecretHash.of(secret))
                                    .bind("now", clock.instant())
                                    .execute();
                    return known == 1
                            ? known
                            : h.createUpdate(
                                            "insert into kiosks (id, group_id, secret_hash,"
                                                    + " enrolled_at) values (:id, :group, :hash,"
                                                    + " :now)")
                                    .bind("id", id)
                                    .bind("group", group)
                                    .bind("hash", SecretHash.of(secret))
                                    .bind("now", clock.instant())
                                    .execute();
                });
        return new KioskCredentials(id, group, secret);
    }

    /** The account where id and secret belong together and the kiosk is not revoked. */
    public Optional<KioskAccount> authenticate(String id, String secret) {
        return database.inTransaction(
                h ->
                        h.createQuery(
                                        "select id, group_id, secret_hash from kiosks where id ="
                                                + " :id and not revoked")
                                .bind("id", id)
                                .map(
                                        row ->
                                                SecretHash.matches(
                                                                secret,
                                                                row.getColumn(
                                                                        "secret_hash",
                                                                        String.class))
                                                        ? Optional.of(
                                                                new KioskAccount(
                                                                        row.getColumn(
                                                                                "id",
                                                                                KioskId.class),
                                                                        row.getColumn(
                                                                                "group_id",
                                                                                GroupId.class)))
                                                        : Optional.<KioskAccount>empty())
                                .findOne()
                                .flatMap(found -> found));
    }

    /**
     * Ends a kiosk's right to connect, and the connection that it has where the broker is ours.
     *
     * @return false where there is no such kiosk
     */
    public boolean revoke(KioskId id) {
        int known =
                database.inDurableTransaction(
                        h ->
                                h.createUpdate("update kiosks set revoked = true where id = :id")
                                        .bind("id", id)
                                        .execute());
        whenRevoked.forEach(listener -> listener.accept(id));
        return known == 1;
    }

    /** Has somebody told of each kiosk that may no longer connect. */
    public void whenRevoked(Consumer<KioskId> listener) {
        whenRevoked.add(listener);
    }

    /** All groups that have offers published. */
    public List<GroupId> groups() {
        return database.inTransaction(
                h ->
                        h.createQuery("select id from store_groups order by id")
                                .mapTo(GroupId.class)
                                .list());
    }
}
