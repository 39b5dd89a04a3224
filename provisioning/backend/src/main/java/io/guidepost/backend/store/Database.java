package io.guidepost.backend.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/**
 * The backend's database: an H2 file, opened and brought to the newest version. Features write
 * their SQL against a {@link Handle} and never see a connection. Thread-safe.
 *
 * <p>H2 writes commits to the file some time later. What must not be lost after an answer has been
 * given, money and acknowledged events, goes through {@link #inDurableTransaction}: that returns
 * only when the file has been forced to the disk, and concurrent callers share one force.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final AtomicLong commits = new AtomicLong();
    private final ReentrantLock forcing = new ReentrantLock();
    private long forced;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new ContractTypes());
        // Jdbi would put the bound values into the message of each exception, and so into the log.
        jdbi.getConfig(StatementExceptions.class)
                .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Opens the database in a folder, creating both where there is none.
     *
     * @throws DatabaseUnusable when the file is damaged, was lost, is in use by another process or
     *     was written by a newer version; the backend holds what nobody else has, so it never goes
     *     on with an empty database in place of a lost one
     */
    public static Database open(Path folder) {
        Path created = folder.resolve("guidepost.created");
        boolean existed = Files.exists(created);
        HikariDataSource pool = null;
        try {
            Files.createDirectories(folder);
            pool = connect(folder.resolve("guidepost").toAbsolutePath(), existed);
            Flyway flyway =
                    Flyway.configure()
                            .dataSource(pool)
                            .locations("classpath:io/guidepost/backend/store/migration")
                            .load();
            if (existed && flyway.info().current() == null) {
                throw new DatabaseUnusable(
                        "the database in " + folder + " opened empty: restore it from a backup");
            }
            flyway.migrate();
            if (!existed) {
                mark(created);
            }
            return new Database(pool);
        } catch (DatabaseUnusable e) {
            close(pool);
            throw e;
        } catch (IOException | FlywayException | HikariPool.PoolInitializationException e) {
            close(pool);
            throw new DatabaseUnusable(
                    "the database in " + folder + " cannot be opened: " + rootMessage(e), e);
        }
    }

    private static HikariDataSource connect(Path file, boolean existed) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(
                "jdbc:h2:file:"
                        + file
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";DB_CLOSE_ON_EXIT=FALSE"
                        // H2 would write refused values into a file of its own beside the database.
                        + ";TRACE_LEVEL_FILE=0"
                        + (existed ? ";IFEXISTS=TRUE" : ""));
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        return new HikariDataSource(config);
    }

    /**
     * Runs in one transaction; an exception rolls it back and is passed on.
     *
     * @throws DataRefused in place of an exception whose message may repeat the data
     */
    public <T> T inTransaction(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException e) {
            throw dataState(e)
                    .<RuntimeException>map(state -> new DataRefused(state, e.getStackTrace()))
                    .orElse(e);
        }
    }

    /** As {@link #inTransaction}. */
    public void useTransaction(Consumer<Handle> work) {
        inTransaction(
                h -> {
                    work.accept(h);
                    return h;
                });
    }

    /** As {@link #inTransaction}, and returns only when the commit is forced to the disk. */
    public <T> T inDurableTransaction(Function<Handle, T> work) {
        T result = inTransaction(work);
        force();
        return result;
    }

    /**
     * Whether the database refused the data itself, SQLSTATE class 22 (data exception) or 23
     * (constraint violation): trying again is of no use.
     */
    public static boolean isDataError(Throwable problem) {
        return problem instanceof DataRefused || dataState(problem).isPresent();
    }

    private static Optional<String> dataState(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState())
                        .filter(state -> state.startsWith("22") || state.startsWith("23"));
            }
        }
        return Optional.empty();
    }

    private void force() {
        long mine = commits.incrementAndGet();
        forcing.lock();
        try {
            if (forced >= mine) {
                return;
            }
            long upTo = commits.get();
            jdbi.useHandle(h -> h.execute("checkpoint sync"));
            forced = upTo;
        } finally {
            forcing.unlock();
        }
    }

    @Override
    public void close() {
        jdbi.useHandle(h -> h.execute("checkpoint sync"));
        pool.close();
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }

    /** Written and forced once the first migration stands, so that a lost file is noticed. */
    private static void mark(Path created) throws IOException {
        try (FileChannel channel =
                FileChannel.open(created, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
