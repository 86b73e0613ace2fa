package parlance.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may set of conversation-service. */
@ConfigMapping(prefix = "parlance.conversation")
public interface ConversationConfig {

    /** The most participants of a group or channel, its owner included; up to 10,000. */
    @WithDefault("50")
    int maxParticipants();

    /** Whether clients are told of changes: conversation events and participant messages. */
    @WithDefault("true")
    boolean events();
}
