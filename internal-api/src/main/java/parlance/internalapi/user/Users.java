package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.user.User;

/** Some users, in no order that means anything. */
public record Users(@JsonProperty("users") List<User> users) {}
