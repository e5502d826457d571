package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.transform.step.BooleanStep;
import dev.crosswalk.engine.transform.step.CoalesceStep;
import dev.crosswalk.engine.transform.step.CollapseStep;
import dev.crosswalk.engine.transform.step.ComposeAddressStep;
import dev.crosswalk.engine.transform.step.ComposeNameStep;
import dev.crosswalk.engine.transform.step.ConstantStep;
import dev.crosswalk.engine.transform.step.CountryStep;
import dev.crosswalk.engine.transform.step.CurrencyStep;
import dev.crosswalk.engine.transform.step.DateAddStep;
import dev.crosswalk.engine.transform.step.DateDiffStep;
import dev.crosswalk.engine.transform.step.DateStep;
import dev.crosswalk.engine.transform.step.DefaultStep;
import dev.crosswalk.engine.transform.step.EmailStep;
import dev.crosswalk.engine.transform.step.ExpressionStep;
import dev.crosswalk.engine.transform.step.ExtractStep;
import dev.crosswalk.engine.transform.step.FormatDateStep;
import dev.crosswalk.engine.transform.step.FormatNumberStep;
import dev.crosswalk.engine.transform.step.ItemStep;
import dev.crosswalk.engine.transform.step.JoinStep;
import dev.crosswalk.engine.transform.step.LookupStep;
import dev.crosswalk.engine.transform.step.LowerStep;
import dev.crosswalk.engine.transform.step.MoneyStep;
import dev.crosswalk.engine.transform.step.MultiSelectStep;
import dev.crosswalk.engine.transform.step.MultiplyStep;
import dev.crosswalk.engine.transform.step.NumberStep;
import dev.crosswalk.engine.transform.step.PadStep;
import dev.crosswalk.engine.transform.step.ParseNameStep;
import dev.crosswalk.engine.transform.step.PhoneStep;
import dev.crosswalk.engine.transform.step.PrefixStep;
import dev.crosswalk.engine.transform.step.ReferenceStep;
import dev.crosswalk.engine.transform.step.RegionStep;
import dev.crosswalk.engine.transform.step.ReplaceStep;
import dev.crosswalk.engine.transform.step.RoundStep;
import dev.crosswalk.engine.transform.step.SplitAddressStep;
import dev.crosswalk.engine.transform.step.SplitStep;
import dev.crosswalk.engine.transform.step.StartOfStep;
import dev.crosswalk.engine.transform.step.StripHtmlStep;
import dev.crosswalk.engine.transform.step.SubstringStep;
import dev.crosswalk.engine.transform.step.SuffixStep;
import dev.crosswalk.engine.transform.step.TimeStep;
import dev.crosswalk.engine.transform.step.TitleStep;
import dev.crosswalk.engine.transform.step.TrimStep;
import dev.crosswalk.engine.transform.step.TruncateStep;
import dev.crosswalk.engine.transform.step.UpperStep;
import dev.crosswalk.engine.transform.step.UrlStep;
import dev.crosswalk.engine.transform.step.ValueMapStep;
import dev.crosswalk.engine.transform.step.WhenStep;
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
          new TitleStep(),
          new PrefixStep(),
          new SuffixStep(),
          new SubstringStep(),
          new TruncateStep(),
          new PadStep(),
          new ReplaceStep(),
          new ExtractStep(),
          new StripHtmlStep(),
          new JoinStep(),
          new SplitStep(),
          new ItemStep(),
          new CoalesceStep(),
          new MultiSelectStep(),
          new ParseNameStep(),
          new ComposeNameStep(),
          new NumberStep(),
          new RoundStep(),
          new MultiplyStep(),
          new FormatNumberStep(),
          new MoneyStep(),
          new CurrencyStep(),
          new BooleanStep(),
          new DateStep(),
          new TimeStep(),
          new DateAddStep(),
          new DateDiffStep(),
          new StartOfStep(),
          new FormatDateStep(),
          new ValueMapStep(),
          new LookupStep(),
          new ReferenceStep(),
          new PhoneStep(),
          new EmailStep(),
          new UrlStep(),
          new CountryStep(),
          new RegionStep(),
          new ComposeAddressStep(),
          new SplitAddressStep(),
          new WhenStep(),
          new DefaultStep(),
          new ConstantStep(),
          new ExpressionStep());

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
