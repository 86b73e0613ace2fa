package parlance.local.launcher.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import parlance.local.infra.Progress;

/**
 * One line per component: redrawn in place on a terminal, printed once per change elsewhere. The
 * seconds are counted from the component's first line.
 */
final class LiveProgress implements Progress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out = System.out;
    private final boolean inPlace = isTerminal();
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final Map<String, Long> began = new LinkedHashMap<>();

    @Override
    public synchronized void report(String component, State state, String detail) {
        began.putIfAbsent(component, System.nanoTime());
        var line =
                String.format(
                        Locale.ROOT,
                        "  %-16s %-9s %6.1f s  %s",
                        component,
                        state.name().toLowerCase(Locale.ROOT),
                        (System.nanoTime() - began.getOrDefault(component, 0L)) / NANOS_PER_SECOND,
                        detail);
        if (!inPlace) {
            out.println(line.stripTrailing());
            return;
        }
        var up = lines.size();
        lines.put(component, line);
        // Up to the first line, then every line anew, each cleared to its end.
        var screen = new StringBuilder(up == 0 ? "" : "\u001b[" + up + "A");
        lines.values().forEach(each -> screen.append('\r').append(each).append("\u001b[K\n"));
        out.print(screen);
        out.flush();
    }

    @SuppressWarnings("SystemConsoleNull") // NullAway holds that it may be.
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }
}
