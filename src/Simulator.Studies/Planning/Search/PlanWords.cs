using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.Studies.Axes;
using Simulator.Studies.Files;

namespace Simulator.Studies.Planning.Search;

/// <summary>The sentences of a plan, for the terminal and for the page.</summary>
internal sealed class PlanWords(PlanOutcome outcome, string why)
{
    private readonly PlanSpec _plan = outcome.Plan;

    /// <summary><c>smallest count from 20 to 60</c></summary>
    public string Question => _plan.Goal == PlanGoal.Cheapest
        ? $"cheapest {string.Join(" and ", ShortNames.Of(_plan.Axes))}"
        : $"{Goal} {_plan.Axes[0].Path} from {_plan.Axes[0].Values[0]} to {_plan.Axes[0].Values[^1]}";

    private string Goal => _plan.Goal.ToString().ToLowerInvariant();

    /// <summary>The answer first; each sentence stands alone.</summary>
    public IReadOnlyList<string> Sentences()
    {
        string[] all = outcome.Answer is { } answer
            ? [Found(answer), Standard(answer), Breaks(), Margin(answer), Odd(), Ends(answer)]
            : [Nothing(), Standard(null), Nearest(), SameEverywhere()];
        return [.. all.Where(sentence => sentence.Length > 0)];
    }

    public string Sure =>
        $"All objectives are met in {Seeds(_plan.Seeds)}{Everywhere}: with {Percent(_plan.Confidence)} confidence they are met in at least "
            + $"{Percent(outcome.HoldsIn)} of all seeds.";

    private string Everywhere =>
        outcome.LossesOf(outcome.Answer!) is { Count: > 1 } losses ? $", whichever of {losses.Count} places is lost" : "";

    private string Found(Rung answer)
    {
        var dollars = outcome.Dollars(answer) is { } price ? $", {HumanNumber.Dollars(price)} an hour" : "";
        return $"The {Goal} that holds is {answer.Text}{dollars}. {Sure}";
    }

    /// <summary>What it is held against, and what that costs beside it.</summary>
    /// <param name="answer">Null: nothing holds.</param>
    private string Standard(Rung? answer)
    {
        if (outcome.Peer is not { } peer) return "";
        var its = peer.Objectives.Select(objective =>
            $"{objective.Measure} {Expectations.Format(objective.Measure, (objective.AtLeast ?? objective.AtMost)!.Value)}");
        var has = $"The standard, {peer.Spec.Name}, has {string.Join(", ", its)} on average of "
            + HumanNumber.Count(peer.Runs, "run", "runs");
        if (peer.DollarsAnHour is not { } exactly) return $"{has}.";

        // Bills are told to a hundredth of a cent, which short runs make more of.
        var dollars = Math.Round(exactly, 3);
        var own = answer is null ? null : outcome.Dollars(answer);
        return $"{has}, and costs {HumanNumber.Dollars(dollars)} an hour{Beside(dollars, own)}.";
    }

    private static string Beside(double its, double? own) => own is not > 0 ? ""
        : its == own ? ", as much as this"
        : $": {HumanNumber.Percent(Math.Abs(its - own.Value) / own.Value)} {(its < own ? "less" : "more")} than this";

    private string Breaks()
    {
        if (outcome.Miss is not { } miss || outcome.Result.Below is not { } below) return "";
        var beyond = _plan.Goal == PlanGoal.Largest ? "beyond" : "below";
        return $"Breaks first {beyond} it, at {below.Text}: {miss.Missed} {miss.Where}.{(why.Length > 0 ? $" {why}" : "")}";
    }

    /// <summary>Between what the scenario has and what it needs.</summary>
    private string Margin(Rung answer)
    {
        if (outcome.Now is not { } now || _plan.Goal == PlanGoal.Cheapest) return Cheaper(answer);
        if (LadderTable.NumberOf(now) is not { } has || LadderTable.NumberOf(answer.Settings[0].Value) is not { } needs)
        {
            return $"The scenario has {now}.";
        }
        var spare = _plan.Goal == PlanGoal.Smallest ? has - needs : needs - has;
        var share = has == 0 ? "" : $", {HumanNumber.Percent((double)(Math.Abs(spare) / Math.Abs(has)))}";
        return spare >= 0
            ? $"The scenario has {now}: {HumanNumber.Plain((double)spare)} to spare{share}."
            : $"The scenario has {now}: {HumanNumber.Plain((double)-spare)} too "
                + $"{(_plan.Goal == PlanGoal.Smallest ? "few" : "many")}{share}.";
    }

    private string Cheaper(Rung answer) => outcome.Dollars(answer) is { } then && outcome.DollarsNow is { } now
        ? $"The scenario costs {HumanNumber.Dollars(now)} an hour: {HumanNumber.Dollars(Math.Abs(now - then))} "
            + $"{(then <= now ? "more" : "less")}."
        : "";

    private string Odd() => outcome.Result.Odd.Count == 0
        ? ""
        : $"It is not monotone: {string.Join(", ", outcome.Result.Odd.Select(rung => rung.Text))} would hold as well, but not what lies "
            + "between.";

    private string Ends(Rung answer) => outcome.Result.Index > 0 || _plan.Goal == PlanGoal.Cheapest
        ? ""
        : $"The end of the range holds already: {(_plan.Goal == PlanGoal.Smallest ? "less than" : "more than")} {answer.Text} was not "
            + "tried.";

    private string Nothing()
    {
        var range = _plan.Goal == PlanGoal.Cheapest
            ? $"None of {HumanNumber.Count(outcome.Result.Ladders.Sum(ladder => ladder.Rungs.Count))} combinations"
            : $"No value from {_plan.Axes[0].Values[0]} to {_plan.Axes[0].Values[^1]}";
        var tried = outcome.Tried;
        var shown = tried.Count <= 8 ? string.Join("; ", tried.Select(rung => rung.Text)) : $"{tried.Count} of them";
        return $"{range} meets all objectives; tried {shown}.";
    }

    private string Nearest() => outcome.Furthest is { } rung && outcome.FirstMiss(rung) is { } miss
        ? $"The nearest was {rung.Text}: {miss.Missed} {miss.Where}.{(why.Length > 0 ? $" {why}" : "")}"
        : "";

    /// <summary>What is the same at both ends does not depend on what was searched.</summary>
    private string SameEverywhere()
    {
        var tried = outcome.Tried;
        if (tried.Count < 2 || outcome.FirstMiss(tried[0]) is not { } first || outcome.FirstMiss(tried[^1]) is not { } last) return "";
        return first.Missed == last.Missed
            ? $"It is the same at {tried[0].Text} and at {tried[^1].Text}: something else has to change, or the objective."
            : "";
    }

    private static string Seeds(int count) => count == 1 ? "1 of 1 seed" : $"{count} of {count} seeds";

    private static string Percent(double share) => HumanNumber.Percent(share);
}
