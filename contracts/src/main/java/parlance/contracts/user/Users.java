package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Some users, in no order that means anything. */
public record Users(@JsonProperty("users") List<User> users) {}
