package io.guidepost.kiosk.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One demo on a data folder: a second one would end the first one's programs as leftovers. The lock
 * lies beside the folder, for {@code --fresh} empties it, and goes with the process that holds it.
 */
final class OneAtATime implements AutoCloseable {
    private final FileChannel channel;

    private OneAtATime(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws DemoException where another demo has it
     */
    static OneAtATime in(Path folder) {
        Path file = folder.resolveSibling(folder.getFileName() + ".lock");
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (taken(channel) == null) {
                channel.close();
                throw new DemoException(
                        "Another demo runs on "
                                + folder
                                + ". Stop it with Ctrl-C, or give this one a folder and ports of"
                                + " its own: --data, --console-port, --bench-port, --mqtt-port.");
            }
            return new OneAtATime(channel);
        } catch (IOException e) {
            throw new DemoException("The data folder " + folder + " cannot be used: " + e, e);
        }
    }

    private static @Nullable FileLock taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DemoException("The lock of the data folder cannot be given back: " + e, e);
        }
    }
}
