package parlance.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** What an operator may set of message-service. */
@ConfigMapping(prefix = "parlance")
public interface MessageConfig {

    /** How many messages {@code message_list} gives when the client does not say. */
    @WithName("message.list-default")
    @WithDefault("30")
    int listDefault();

    /** The most that {@code message_list} gives. */
    @WithName("message.list-max")
    @WithDefault("100")
    int listMax();

    /** How long the same client {@code id} in a conversation means the same message. */
    @WithName("message.resend-window")
    @WithDefault("24h")
    Duration resendWindow();

    /** Whether everybody in a channel may write, and not only its owner and admins. */
    @WithName("channel.open")
    @WithDefault("false")
    boolean openChannels();
}
