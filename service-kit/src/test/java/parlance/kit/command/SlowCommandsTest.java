package parlance.kit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.kit.Effect.Reply;

class SlowCommandsTest {

    private static final Route SLOW = Route.USER_EDIT;
    private static final Route QUICK = Route.CONTACT_ADD;

    private final SlowCommands slowCommands = new SlowCommands();
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<Long> done = new CopyOnWriteArrayList<>();

    @Test
    void aSlowCommandLeavesTheBatchWithWhatFollowsOnItsKey() {
        var before = command(QUICK, "ann", 0);
        var slow = command(SLOW, "ann", 1);
        var after = command(QUICK, "ann", 2);
        var other = command(QUICK, "bob", 3);
        var batch = batch(before, slow, after, other);

        assertThat(slowCommands.takeFrom(batch)).containsExactly(slow, after);
        assertThat(batch).containsExactly(before, other);
    }

    @Test
    void commandsOfItsKeyInLaterBatchesFollowItAndThoseOfOtherKeysDoNotWait() {
        start(command(SLOW, "ann", 1));
        var next = command(QUICK, "ann", 2);
        var other = command(QUICK, "bob", 3);
        var batch = batch(next, other);

        var taken = slowCommands.takeFrom(batch);
        slowCommands.start(taken, this::work);

        assertThat(taken).containsExactly(next);
        assertThat(batch).containsExactly(other);
        assertThat(done).isEmpty();
        held.countDown();
        await().untilAsserted(() -> assertThat(done).containsExactly(1L, 2L));
    }

    @Test
    void onceItIsDoneItsKeyIsOneOfTheBatchAgain() {
        held.countDown();
        start(command(SLOW, "ann", 1));

        await().until(() -> slowCommands.takeFrom(batch(command(QUICK, "ann", 2))).isEmpty());
    }

    @Test
    void nothingIsCommittedFromTheOldestOnThatIsNotDone() {
        var first = command(SLOW, "ann", 7);
        start(first);
        start(command(SLOW, "bob", 9));

        assertThat(slowCommands.oldestUnfinished(first.partition())).isEqualTo(7);
        held.countDown();
        await().until(() -> slowCommands.oldestUnfinished(first.partition()) == Long.MAX_VALUE);
    }

    @Test
    void beyondTheMostTheNextIsRefusedAtOnce() {
        for (int i = 0; i < 1_000; i++) {
            start(command(SLOW, "user" + i, i));
        }
        var oneMore = command(SLOW, "eve", 1_000);

        assertThat(slowCommands.takeFrom(batch(oneMore))).isEmpty();

        held.countDown();
        assertThat(oneMore.result).isNotNull();
        assertThat(oneMore.result.reply())
                .isInstanceOfSatisfying(
                        Reply.Error.class,
                        error -> assertThat(error.error().status()).isEqualTo(503));
    }

    private void start(CommandContext one) {
        slowCommands.start(List.of(one), this::work);
    }

    private void work(CommandContext one) {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        done.add(one.record.offset());
    }

    private static ArrayList<CommandContext> batch(CommandContext... commands) {
        return new ArrayList<>(List.of(commands));
    }

    private static CommandContext command(Route route, String key, long offset) {
        var record = new ConsumerRecord<>("user.commands", 0, offset, key.getBytes(), new byte[0]);
        return new CommandContext(
                record, CommandReader.positionOf(record), route, null, null, Span.getInvalid());
    }
}
