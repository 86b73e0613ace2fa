package parlance.kit.command;

import static io.opentelemetry.context.Context.root;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorCode;
import parlance.kit.BatchHandler;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.Rejection;
import parlance.kit.command.Handlers.Handler;
import parlance.kit.loop.BatchProcessor;
import parlance.kit.loop.DeadLetters;
import parlance.kit.loop.KeyedExecutor;
import parlance.kit.loop.RetryLoop;
import parlance.kit.loop.TransientFailure;
import parlance.kit.publish.CompletedCommand;
import parlance.kit.publish.Publisher;

/**
 * One partition's batch from record to published result. Done again as a whole when a dependency
 * fails in the middle: handlers are idempotent, and nothing was committed.
 */
@Singleton
final class CommandBatchProcessor implements BatchProcessor {

    private static final Logger LOG = Logger.getLogger(CommandBatchProcessor.class);
    private static final int LANES = 64;

    private final Handlers handlers;
    private final CommandReader reader;
    private final Publisher publisher;
    private final DeadLetters deadLetters;
    private final CommandMetrics metrics;
    private final SlowCommands slowCommands;
    private final KeyedExecutor keyedExecutor = new KeyedExecutor(LANES);

    CommandBatchProcessor(
            Handlers handlers,
            CommandReader reader,
            Publisher publisher,
            DeadLetters deadLetters,
            CommandMetrics metrics,
            SlowCommands slowCommands) {
        this.handlers = handlers;
        this.reader = reader;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.slowCommands = slowCommands;
    }

    @Override
    public long oldestUnfinished(TopicPartition partition) {
        return slowCommands.oldestUnfinished(partition);
    }

    @Override
    public void process(List<ConsumerRecord<byte[], byte[]>> batch) {
        metrics.taken(batch);
        var dead = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var contexts = read(batch, dead);
        // Started last: a batch that fails is read again, and they with it.
        var slow = slowCommands.takeFrom(contexts);
        complete(contexts, dead);
        slowCommands.start(slow, this::completeAlone);
    }

    /** As a batch of its own, again and again while a dependency is down. */
    private void completeAlone(CommandContext one) {
        RetryLoop.untilDone(
                one.partition(),
                () -> {
                    one.result = null;
                    one.poison = null;
                    complete(List.of(one), new ArrayList<>());
                });
    }

    private void complete(
            List<CommandContext> contexts, List<ProducerRecord<byte[], byte[]>> dead) {
        try {
            var handling = metrics.start();
            for (var run : HandlerGroups.of(contexts, handlers)) {
                work(run);
            }
            metrics.handled(handling);
            var publishing = metrics.start();
            publisher.publish(contexts.stream().map(CommandBatchProcessor::answered).toList());
            for (var done : contexts) {
                if (done.poison != null) {
                    dead.add(deadLetters.letter(done.record, done.poison));
                }
            }
            deadLetters.send(dead);
            metrics.published(publishing);
            metrics.done(contexts);
        } finally {
            contexts.forEach(done -> done.span.end());
        }
    }

    private List<CommandContext> read(
            List<ConsumerRecord<byte[], byte[]>> batch, List<ProducerRecord<byte[], byte[]>> dead) {
        var contexts = new ArrayList<CommandContext>(batch.size());
        for (var record : batch) {
            try {
                contexts.add(reader.read(record, handlers));
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
        return contexts;
    }

    private void work(HandlerGroups.Run run) {
        switch (run.handler()) {
            case Handler.Batch(_, var handler) -> workAtOnce(run.commands(), handler);
            case Handler.Single(_, var handler) ->
                    keyedExecutor.run(
                            run.commands(),
                            one -> one.route.isRead() ? one : one.orderKey(),
                            one -> one.result = resultOf(one, handler::handle));
        }
    }

    private void workAtOnce(List<CommandContext> commands, BatchHandler<Object> handler) {
        try {
            var results =
                    handler.handle(
                            commands.stream().map(CommandBatchProcessor::commandOf).toList());
            for (int i = 0; i < commands.size(); i++) {
                commands.get(i).result = results.get(i);
            }
        } catch (RuntimeException failure) {
            if (TransientFailure.isOurs(failure)) {
                throw failure;
            }
            // One of them is at fault: alone, each shows whether it is.
            commands.forEach(one ->
                    one.result =
                            resultOf(one, command -> handler.handle(List.of(command)).getFirst()));
        }
    }

    private interface Answer {
        HandlerResult to(Command<Object> command);
    }

    private static HandlerResult resultOf(CommandContext one, Answer answer) {
        MDC.put("route", one.route.wireName());
        try (var _ = one.span.storeInContext(root()).makeCurrent()) {
            return answer.to(commandOf(one));
        } catch (Rejection rejection) {
            return HandlerResult.rejected(rejection.failure());
        } catch (RuntimeException failure) {
            return resultOf(one, failure);
        } finally {
            MDC.remove("route");
        }
    }

    private static HandlerResult resultOf(CommandContext one, RuntimeException failure) {
        var anothers = TransientFailure.isAnothers(failure);
        if (TransientFailure.isOurs(failure)
                || (anothers && one.route.isInternal() && !one.route.isRead())) {
            throw failure;
        }
        if (anothers) {
            LOG.warnf("dependency_failed route=%s cause=%s", one.route.wireName(), failure);
            return HandlerResult.rejected(ErrorCode.SERVICE_UNAVAILABLE);
        }
        LOG.errorf(failure, "command_failed route=%s position=%s", one.route, one.position);
        one.poison = failure;
        return HandlerResult.rejected(ErrorCode.INTERNAL_SERVER);
    }

    private static Command<Object> commandOf(CommandContext one) {
        return Objects.requireNonNull(one.command);
    }

    private static CompletedCommand answered(CommandContext one) {
        @Nullable Command<Object> command = one.command;
        return new CompletedCommand(
                one.route.wireName(),
                one.position,
                OriginTimestamp.of(one.record),
                one.asker,
                one.caller,
                command == null ? "" : command.mintedId(),
                command == null ? null : command.replyKey(),
                Objects.requireNonNull(one.result),
                one.span.storeInContext(root()));
    }
}
