package parlance.local.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Work done two at a time, in order: more JVMs at once boot no faster on a small machine. */
final class BoundedParallel {

    private static final int AT_A_TIME = 2;

    private BoundedParallel() {}

    /** Fails with the first failure, and then begins nothing more. */
    static <T> void run(List<T> items, Consumer<T> work) {
        try (var executor = Executors.newFixedThreadPool(AT_A_TIME)) {
            var running = new ArrayList<Future<?>>();
            items.forEach(item -> running.add(executor.submit(() -> work.accept(item))));
            try {
                for (var future : running) {
                    future.get();
                }
            } catch (ExecutionException e) {
                executor.shutdownNow();
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
