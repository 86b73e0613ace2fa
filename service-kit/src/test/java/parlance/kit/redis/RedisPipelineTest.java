package parlance.kit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class RedisPipelineTest {

    private static final int MORE_THAN_A_CONNECTION_TAKES = 10_003;

    private static final RedisScript COUNT =
            new RedisScript("return redis.call('INCRBY', KEYS[1], ARGV[1])");

    @Inject RedisPipeline redis;
    @Inject RedisCommands commands;

    private final String key = "pipeline-test:{" + UUID.randomUUID() + "}";

    @Test
    void aPipelineLongerThanAConnectionTakesIsAnsweredWholeAndInOrder() {
        var numbers = IntStream.range(0, MORE_THAN_A_CONNECTION_TAKES).boxed().toList();

        var answers = redis.send(numbers.stream().map(n -> RedisCall.of(Command.ECHO, n)).toList());

        assertThat(answers)
                .extracting(Object::toString)
                .containsExactlyElementsOf(numbers.stream().map(Object::toString).toList());
    }

    @Test
    void aScriptIsCalledByItsHashOnceRedisHasIt() {
        redis.send(call());
        var textsBefore = callsOf("eval");
        var hashesBefore = callsOf("evalsha");

        redis.send(call());
        redis.send(call());

        assertThat(callsOf("eval")).isEqualTo(textsBefore);
        assertThat(callsOf("evalsha")).isEqualTo(hashesBefore + 2);
    }

    @Test
    void aRedisThatForgotTheScriptsIsGivenThemAgain() {
        redis.send(call());
        redis.send(RedisCall.of(Command.SCRIPT, "FLUSH"));

        assertThat(redis.send(call())).hasToString("2");
        redis.send(RedisCall.of(Command.SCRIPT, "FLUSH"));

        assertThat(redis.send(List.of(call(), call(), call())))
                .extracting(Object::toString)
                .containsExactly("3", "4", "5");
    }

    @Test
    void anErrorOfRedisIsAnOutage() {
        redis.send(RedisCall.of(Command.SET, key, "text"));

        assertThatThrownBy(() -> redis.send(call())).isInstanceOf(RedisUnavailable.class);
        assertThatThrownBy(() -> redis.send(List.of(call(), call())))
                .isInstanceOf(RedisUnavailable.class);
        assertThatThrownBy(() -> commands.ask(data -> data.hash(String.class).hgetall(key)))
                .isInstanceOf(RedisUnavailable.class);
    }

    private RedisCall call() {
        return COUNT.on(List.of(key), 1);
    }

    /** How often Redis was given a command since it started. */
    private long callsOf(String command) {
        var stats = String.valueOf(redis.send(RedisCall.of(Command.INFO, "commandstats")));
        return stats.lines()
                .filter(line -> line.startsWith("cmdstat_" + command + ":calls="))
                .mapToLong(line -> Long.parseLong(line.replaceAll("^[^=]*=(\\d+),.*$", "$1")))
                .sum();
    }
}
