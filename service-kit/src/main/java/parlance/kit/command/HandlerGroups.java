package parlance.kit.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import parlance.kit.command.Handlers.Handler;

/** Cuts a batch into runs of neighbours that can be worked on together, in order. */
final class HandlerGroups {

    /** Neighbours with one handler. */
    record Run(Handler handler, List<CommandContext> commands) {}

    private HandlerGroups() {}

    static List<Run> of(List<CommandContext> batch, Handlers handlers) {
        var handlerGroups = new ArrayList<Run>();
        for (var one : batch) {
            if (one.result != null) {
                continue;
            }
            var handler = Objects.requireNonNull(handlers.find(one.route));
            var last = handlerGroups.isEmpty() ? null : handlerGroups.getLast();
            if (last == null || last.handler() != handler) {
                last = new Run(handler, new ArrayList<>());
                handlerGroups.add(last);
            }
            last.commands().add(one);
        }
        return handlerGroups;
    }
}
