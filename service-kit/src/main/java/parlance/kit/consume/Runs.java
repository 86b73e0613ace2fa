package parlance.kit.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import parlance.kit.consume.Handlers.Handler;

/** Cuts a batch into runs of neighbours that can be worked on together, in order. */
final class Runs {

    /** Neighbours with one handler. */
    record Run(Handler handler, List<Incoming> commands) {}

    private Runs() {}

    static List<Run> of(List<Incoming> batch, Handlers handlers) {
        var runs = new ArrayList<Run>();
        for (var one : batch) {
            if (one.outcome != null) {
                continue;
            }
            var handler = Objects.requireNonNull(handlers.find(one.route));
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last == null || last.handler() != handler) {
                last = new Run(handler, new ArrayList<>());
                runs.add(last);
            }
            last.commands().add(one);
        }
        return runs;
    }
}
