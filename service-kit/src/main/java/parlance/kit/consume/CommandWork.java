package parlance.kit.consume;

import static io.opentelemetry.context.Context.root;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorCode;
import parlance.kit.BatchHandler;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.consume.Handlers.Handler;
import parlance.kit.publish.Answered;
import parlance.kit.publish.Publisher;

/**
 * One partition's batch from record to published outcome. Done again as a whole when a dependency
 * fails in the middle: handlers are idempotent, and nothing was committed.
 */
@Singleton
final class CommandWork implements Work {

    private static final Logger LOG = Logger.getLogger(CommandWork.class);
    private static final int LANES = 64;

    private final Handlers handlers;
    private final CommandReader reader;
    private final Publisher publisher;
    private final DeadLetters deadLetters;
    private final CommandMetrics metrics;
    private final Lanes lanes = new Lanes(LANES);

    CommandWork(
            Handlers handlers,
            CommandReader reader,
            Publisher publisher,
            DeadLetters deadLetters,
            CommandMetrics metrics) {
        this.handlers = handlers;
        this.reader = reader;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    @Override
    public void process(List<ConsumerRecord<byte[], byte[]>> batch) {
        metrics.taken(batch);
        var dead = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var incoming = read(batch, dead);
        try {
            var handling = metrics.start();
            for (var run : Runs.of(incoming, handlers)) {
                work(run);
            }
            metrics.handled(handling);
            var publishing = metrics.start();
            publisher.publish(incoming.stream().map(CommandWork::answered).toList());
            for (var done : incoming) {
                if (done.poison != null) {
                    dead.add(deadLetters.letter(done.record, done.poison));
                }
            }
            deadLetters.send(dead);
            metrics.published(publishing);
            metrics.done(incoming);
        } finally {
            incoming.forEach(done -> done.span.end());
        }
    }

    private List<Incoming> read(
            List<ConsumerRecord<byte[], byte[]>> batch, List<ProducerRecord<byte[], byte[]>> dead) {
        var incoming = new ArrayList<Incoming>(batch.size());
        for (var record : batch) {
            try {
                incoming.add(reader.read(record, handlers));
            } catch (RuntimeException unreadable) {
                LOG.errorf(
                        unreadable,
                        "command_unreadable topic=%s partition=%d offset=%d",
                        record.topic(),
                        record.partition(),
                        record.offset());
                dead.add(deadLetters.letter(record, unreadable));
            }
        }
        return incoming;
    }

    private void work(Runs.Run run) {
        switch (run.handler()) {
            case Handler.Batch(_, var handler) -> workAtOnce(run.commands(), handler);
            case Handler.Single(_, var handler) ->
                    lanes.run(
                            run.commands(),
                            one -> one.route.isRead() ? one : one.orderKey(),
                            one -> one.outcome = outcomeOf(one, handler::handle));
        }
    }

    private void workAtOnce(List<Incoming> commands, BatchHandler<Object> handler) {
        try {
            var outcomes = handler.handle(commands.stream().map(CommandWork::commandOf).toList());
            for (int i = 0; i < commands.size(); i++) {
                commands.get(i).outcome = outcomes.get(i);
            }
        } catch (RuntimeException failure) {
            if (Outage.isOurs(failure)) {
                throw failure;
            }
            // One of them is at fault: alone, each shows whether it is.
            commands.forEach(one ->
                    one.outcome =
                            outcomeOf(one, command -> handler.handle(List.of(command)).getFirst()));
        }
    }

    private interface Answer {
        Outcome to(Command<Object> command);
    }

    private static Outcome outcomeOf(Incoming one, Answer answer) {
        MDC.put("route", one.route.wireName());
        try (var _ = one.span.storeInContext(root()).makeCurrent()) {
            return answer.to(commandOf(one));
        } catch (Rejection rejection) {
            return Outcome.rejected(rejection.failure());
        } catch (RuntimeException failure) {
            return outcomeOf(one, failure);
        } finally {
            MDC.remove("route");
        }
    }

    private static Outcome outcomeOf(Incoming one, RuntimeException failure) {
        var anothers = Outage.isAnothers(failure);
        if (Outage.isOurs(failure) || (anothers && one.route.isInternal())) {
            throw failure;
        }
        if (anothers) {
            LOG.warnf("dependency_failed route=%s cause=%s", one.route.wireName(), failure);
            return Outcome.rejected(ErrorCode.SERVICE_UNAVAILABLE);
        }
        LOG.errorf(failure, "command_failed route=%s position=%s", one.route, one.position);
        one.poison = failure;
        return Outcome.rejected(ErrorCode.INTERNAL_SERVER);
    }

    private static Command<Object> commandOf(Incoming one) {
        return Objects.requireNonNull(one.command);
    }

    private static Answered answered(Incoming one) {
        @Nullable Command<Object> command = one.command;
        return new Answered(
                one.route.wireName(),
                one.position,
                SentAt.of(one.record),
                one.asker,
                one.caller,
                command == null ? "" : command.mintedId(),
                command == null ? null : command.replyKey(),
                Objects.requireNonNull(one.outcome),
                one.span.storeInContext(root()));
    }
}
