package io.guidepost.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kiosk's H2 database, which holds the copy of the catalogue. {@code WRITE_DELAY=0}: what was
 * committed outlives a killed process. A file that cannot be opened, or opens without its sentinel
 * row, is set aside and a new one begun, for all that is in it comes back from the backend.
 * Thread-safe.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String NAME = "kiosk";
    private static final String SENTINEL = "sentinel";
    private static final int MOST_CONNECTIONS = 12;
    private static final int DAMAGED_KEPT = 2;

    private static final List<String> SCHEMA =
            List.of(
                    "create table if not exists merchants (id varchar(40) primary key, json varchar"
                            + " not null)",
                    "create table if not exists offers (id varchar(100) primary key, kind"
                        + " varchar(10) not null, category varchar not null, title varchar not"
                        + " null, gtin char(14), claims boolean not null, json varchar not null)",
                    "create index if not exists offers_gtin on offers (gtin)",
                    "create index if not exists offers_category on offers (category, title, id)",
                    "create table if not exists histories (offer varchar(100) primary key, json"
                            + " varchar not null)",
                    "create table if not exists reviews (offer varchar(100) primary key, json"
                            + " varchar not null)",
                    "create table if not exists campaigns (id varchar primary key, json varchar not"
                            + " null)",
                    "create table if not exists facts (name varchar(40) primary key, text varchar"
                            + " not null)");

    private final JdbcConnectionPool pool;
    private final boolean begunAnew;

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads a row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Database(JdbcConnectionPool pool, boolean begunAnew) {
        this.pool = pool;
        this.begunAnew = begunAnew;
    }

    /**
     * Opens the database of this folder, or begins one.
     *
     * @throws StoreException when another program has it open, or the folder cannot be written
     */
    static Database open(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(NAME + ".mv.db");
            if (!Files.exists(file)) {
                return begin(folder);
            }
            try {
                return new Database(existing(folder), false);
            } catch (SQLException e) {
                if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                    throw new StoreException("store: another kiosk runs on " + folder, e);
                }
                LOG.error("database cannot be opened ({}): set aside", e.getErrorCode(), e);
                setAside(folder, file);
                return begin(folder);
            }
        } catch (IOException | SQLException e) {
            throw new StoreException("store: cannot begin a database in " + folder, e);
        }
    }

    private static Database begin(Path folder) throws SQLException {
        JdbcConnectionPool pool = pool(folder, "");
        try (Connection c = pool.getConnection();
                Statement s = c.createStatement()) {
            for (String ddl : SCHEMA) {
                s.execute(ddl);
            }
            s.execute("insert into facts (name, text) values ('" + SENTINEL + "', '1')");
        } catch (SQLException e) {
            pool.dispose();
            throw e;
        }
        return new Database(pool, true);
    }

    private static JdbcConnectionPool existing(Path folder) throws SQLException {
        JdbcConnectionPool pool = pool(folder, ";IFEXISTS=TRUE");
        try (Connection c = pool.getConnection();
                Statement s = c.createStatement()) {
            // A file may open well and be empty: then the table itself is missing.
            try (ResultSet found =
                    s.executeQuery("select text from facts where name = '" + SENTINEL + "'")) {
                if (!found.next()) {
                    throw new SQLException("no sentinel row");
                }
            }
            for (String ddl : SCHEMA) {
                s.execute(ddl);
            }
            return pool;
        } catch (SQLException | RuntimeException e) {
            shutDown(pool);
            throw e;
        }
    }

    private static JdbcConnectionPool pool(Path folder, String more) {
        String url =
                "jdbc:h2:file:"
                        + folder.toAbsolutePath().resolve(NAME)
                        + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;CACHE_SIZE=16384"
                        + more;
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "kiosk", "");
        pool.setMaxConnections(MOST_CONNECTIONS);
        pool.setLoginTimeout(10);
        return pool;
    }

    private static void setAside(Path folder, Path file) throws IOException {
        String stamp =
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.now());
        Files.move(
                file,
                folder.resolve(NAME + ".damaged-" + stamp),
                StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> damaged =
                    all.filter(p -> p.getFileName().toString().startsWith(NAME + ".damaged-"))
                            .sorted()
                            .toList();
            for (Path old : damaged.subList(0, Math.max(0, damaged.size() - DAMAGED_KEPT))) {
                Files.deleteIfExists(old);
            }
        }
    }

    /** Whether the database was empty at its opening. */
    boolean begunAnew() {
        return begunAnew;
    }

    /** Reads. */
    <T> T read(Work<T> work) {
        try (Connection c = pool.getConnection()) {
            return work.on(c);
        } catch (SQLException e) {
            throw new StoreException("store: could not read", e);
        }
    }

    /** Writes all or nothing; committed when it returns. */
    <T> T write(Work<T> work) {
        try (Connection c = pool.getConnection()) {
            c.setAutoCommit(false);
            try {
                T result = work.on(c);
                c.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                c.rollback();
                throw e;
            } finally {
                c.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException("store: could not write", e);
        }
    }

    /** All rows of a query. */
    static <T> List<T> list(Connection c, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            bind(s, parameters);
            try (ResultSet rows = s.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return all;
            }
        }
    }

    /** Runs a statement; how many rows it changed. */
    static int run(Connection c, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            bind(s, parameters);
            return s.executeUpdate();
        }
    }

    private static void bind(PreparedStatement s, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            s.setObject(i + 1, parameters[i]);
        }
    }

    @Override
    public void close() {
        shutDown(pool);
    }

    /** Ends the database, not only the connections: the delay keeps it open otherwise. */
    private static void shutDown(JdbcConnectionPool pool) {
        try (Connection c = pool.getConnection();
                Statement s = c.createStatement()) {
            s.execute("shutdown");
        } catch (SQLException e) {
            LOG.debug("the database was closed already", e);
        }
        pool.dispose();
    }
}
