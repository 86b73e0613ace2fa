package parlance.conversation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer that all is well. */
record Done(@JsonProperty("success") boolean success) {

    static final Done DONE = new Done(true);
}
