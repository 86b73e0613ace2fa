package parlance.local.launcher;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** How long each part of a long command took. */
final class PhaseTimer {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, Double> seconds = new LinkedHashMap<>();

    void run(String phase, Runnable work) {
        var began = System.nanoTime();
        work.run();
        add(phase, began);
    }

    <T> T time(String phase, Callable<T> work) throws Exception {
        var began = System.nanoTime();
        try {
            return work.call();
        } finally {
            add(phase, began);
        }
    }

    private void add(String phase, long began) {
        seconds.put(phase, (System.nanoTime() - began) / NANOS_PER_SECOND);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        seconds.forEach((phase, taken) ->
                text.append(String.format(Locale.ROOT, "  %-16s %7.1f s%n", phase, taken)));
        return text.toString();
    }
}
