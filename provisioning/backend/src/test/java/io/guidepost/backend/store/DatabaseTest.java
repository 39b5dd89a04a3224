package io.guidepost.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.guidepost.contract.id.GroupId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path folder;

    @Test
    void migratesAndKeepsWhatWasWritten() {
        try (Database database = Database.open(folder)) {
            database.useTransaction(
                    h ->
                            h.createUpdate(
                                            "insert into store_groups (id, name) values (:id,"
                                                    + " :name)")
                                    .bind("id", new GroupId("mall"))
                                    .bind("name", "Mall")
                                    .execute());
        }
        try (Database database = Database.open(folder)) {
            assertThat(
                            database.<GroupId>inTransaction(
                                    h ->
                                            h.createQuery("select id from store_groups")
                                                    .map(r -> r.getColumn("id", GroupId.class))
                                                    .one()))
                    .isEqualTo(new GroupId("mall"));
        }
    }

    @Test
    void anExceptionRollsBack() {
        try (Database database = Database.open(folder)) {
            assertThatThrownBy(
                            () ->
                                    database.useTransaction(
                                            h -> {
                                                h.execute("update catalogue_version set version=7");
                                                throw new IllegalStateException("stop");
                                            }))
                    .hasMessage("stop");
            assertThat(version(database)).isZero();
        }
    }

    @Test
    void instantsAndIdsComeBackAsTheyWent() {
        Instant at = Instant.parse("2026-03-29T01:30:00.123456Z");
        UUID id = UUID.randomUUID();
        try (Database database = Database.open(folder)) {
            database.useTransaction(
                    h ->
                            h.createUpdate(
                                            "insert into imports values (:id, 'f', :at, :at, true,"
                                                    + " 0, 0)")
                                    .bind("id", id)
                                    .bind("at", at)
                                    .execute());
            record Row(UUID id, Instant at) {}
            assertThat(
                            database.<Row>inTransaction(
                                    h ->
                                            h.createQuery("select id, started_at from imports")
                                                    .map(
                                                            r ->
                                                                    new Row(
                                                                            r.getColumn(
                                                                                    "id",
                                                                                    UUID.class),
                                                                            r.getColumn(
                                                                                    "started_at",
                                                                                    Instant.class)))
                                                    .one()))
                    .isEqualTo(new Row(id, at));
        }
    }

    @Test
    void aLostFileIsNotReplacedByAnEmptyDatabase() throws Exception {
        Database.open(folder).close();
        Files.delete(folder.resolve("guidepost.mv.db"));
        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        Database.open(folder).close();
        Files.writeString(folder.resolve("guidepost.mv.db"), "not a database at all");
        assertThatThrownBy(() -> Database.open(folder)).isInstanceOf(DatabaseUnusable.class);
    }

    @Test
    void refusedDataIsNotInWhatIsLogged() {
        try (Database database = Database.open(folder)) {
            String name = "Anna Maria Müller".repeat(20);
            Throwable problem =
                    catchThrowable(
                            () ->
                                    database.useTransaction(
                                            h ->
                                                    h.createUpdate(
                                                                    "insert into store_groups (id,"
                                                                        + " name) values ('mall',"
                                                                        + " :name)")
                                                            .bind("name", name)
                                                            .execute()));
            assertThat(Database.isDataError(problem)).isTrue();
            StringWriter logged = new StringWriter();
            problem.printStackTrace(new PrintWriter(logged));
            assertThat(logged.toString()).contains("22001").doesNotContain("Anna");
            assertThat(folder.resolve("guidepost.trace.db")).doesNotExist();
        }
    }

    private static long version(Database database) {
        return database.inTransaction(
                h ->
                        h.createQuery("select version from catalogue_version")
                                .mapTo(Long.class)
                                .one());
    }
}
