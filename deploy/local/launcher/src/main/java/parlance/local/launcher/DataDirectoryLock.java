package parlance.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.StartupFailure;

/**
 * The lock of a data directory. Every command that starts or stops processes there holds it, until
 * the JVM ends at the latest.
 */
public final class DataDirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Fails at once if another command holds it. */
    public static DataDirectoryLock take(DataDirectory dataDirectory) {
        try {
            var channel =
                    FileChannel.open(
                            dataDirectory.run().resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new StartupFailure("another ./parlance command is at work here; let it end");
            }
            return new DataDirectoryLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
