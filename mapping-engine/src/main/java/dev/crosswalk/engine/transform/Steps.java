package dev.crosswalk.engine.transform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All steps, one line each, in the order in which menus show them. */
public final class Steps {
  private static final List<Step> ALL =
      List.of(
          new TrimStep(),
          new CollapseStep(),
          new LowerStep(),
          new UpperStep(),
          new TruncateStep(),
          new ReplaceStep(),
          new JoinStep(),
          new SplitStep(),
          new NumberStep(),
          new BooleanStep(),
          new DateStep(),
          new PhoneStep(),
          new EmailStep(),
          new DefaultStep(),
          new ConstantStep());

  private static final Map<String, Step> BY_NAME =
      ALL.stream()
          .collect(Collectors.toUnmodifiableMap(s -> s.declaration().name(), Function.identity()));

  private Steps() {}

  public static List<Step> all() {
    return ALL;
  }

  public static Optional<Step> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The names, in menu order. */
  public static List<String> names() {
    return ALL.stream().map(s -> s.declaration().name()).toList();
  }
}
