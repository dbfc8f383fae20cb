using Simulator.Reports.RunSets;
using Simulator.Studies.Axes;
using Simulator.Studies.Farm;
using Simulator.Studies.Files;
using Simulator.Studies.Planning.Search;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies.Planning;

/// <summary>The search over made-up worlds, in which it is known what holds.</summary>
public sealed class LadderSearchTests
{
    private static readonly Expectation[] Objectives = [new("pods.pendingAtEnd", null, 0)];

    private int _runs;

    /// <param name="holds">Whether a run of a value, with what is lost and with a seed, meets the objective.</param>
    private Judge JudgeOf(Func<int, string, ulong, bool> holds, params string[] lost) => new(
        (tasks, _) =>
        {
            _runs += tasks.Count;
            return [.. tasks.Select(task => Row(task, holds))];
        },
        _ => lost.Length == 0 ? [LostPlace.Nothing] : [.. lost.Select(name => new LostPlace(name, [new Setting("lost", name)]))],
        Objectives, 1);

    private static RunRow Row(RunTask task, Func<int, string, ulong, bool> holds)
    {
        var value = int.Parse(task.Settings[0].Value, System.Globalization.CultureInfo.InvariantCulture);
        var lost = task.Settings.FirstOrDefault(setting => setting.Path == "lost")?.Value ?? "";
        return new RunRow
        {
            Settings = task.Settings,
            Seed = $"{task.Seed}",
            Digest = "",
            Measures = new Dictionary<string, double> { ["pods.pendingAtEnd"] = holds(value, lost, task.Seed) ? 0 : 1 },
        };
    }

    private static PlanSpec Plan(PlanGoal goal, int from, int to) => new()
    {
        Goal = goal,
        Axes = [new Axis("n", [.. Enumerable.Range(from, to - from + 1).Select(value => $"{value}")])],
        Lose = new LossSpec(),
        Seeds = 20,
    };

    private static SearchResult Search(PlanSpec plan, Judge judge) =>
        new LadderSearch(LadderTable.Of(plan, _ => 0), judge, plan.Seeds, CancellationToken.None).Run();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(500)]
    [InlineData(999)]
    [InlineData(1000)]
    public void The_smallest_is_found_wherever_it_lies(int boundary)
    {
        var result = Search(Plan(PlanGoal.Smallest, 1, 1000), JudgeOf((value, _, _) => value >= boundary));
        Assert.Equal($"{boundary}", result.Answer!.Text);
        Assert.Equal(boundary == 1 ? null : $"{boundary - 1}", result.Below?.Text);
        Assert.InRange(_runs, 1, 20 + 10 + (2 * 3) + (5 * 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    [InlineData(100)]
    public void The_largest_is_found_from_the_other_side(int boundary)
    {
        var result = Search(Plan(PlanGoal.Largest, 1, 100), JudgeOf((value, _, _) => value <= boundary));
        Assert.Equal($"{boundary}", result.Answer!.Text);
        Assert.Equal(boundary == 100 ? null : $"{boundary + 1}", result.Below?.Text);
    }

    /// <summary>With the first seed 40 is enough, with the fourteenth only 47.</summary>
    [Fact]
    public void All_seeds_have_to_hold()
    {
        var result = Search(Plan(PlanGoal.Smallest, 1, 100), JudgeOf((value, _, seed) => value >= (seed == 14 ? 47 : 40)));
        Assert.Equal("47", result.Answer!.Text);
    }

    [Fact]
    public void The_worst_place_decides_and_is_tried_first_from_then_on()
    {
        var judge = JudgeOf((value, lost, _) => value >= (lost == "c" ? 60 : 30), "a", "b", "c");
        var result = Search(Plan(PlanGoal.Smallest, 1, 100), judge);
        Assert.Equal("60", result.Answer!.Text);
        Assert.Equal("c", judge.FirstMiss(result.Below!)!.Lost.Title);
        Assert.InRange(judge.Of(result.Below!).Count, 1, 3);
    }

    /// <summary>33 holds by luck: what is above it misses, up to 50.</summary>
    [Fact]
    public void A_value_that_holds_by_luck_is_no_answer()
    {
        var result = Search(Plan(PlanGoal.Smallest, 1, 64), JudgeOf((value, _, _) => value is 33 or >= 50));
        Assert.Equal("50", result.Answer!.Text);
    }

    /// <summary>48 holds as well, below the answer, and is told.</summary>
    [Fact]
    public void What_holds_below_the_answer_is_told()
    {
        var result = Search(Plan(PlanGoal.Smallest, 1, 63), JudgeOf((value, _, _) => value is 46 or >= 48));
        Assert.Equal("48", result.Answer!.Text);
        Assert.Equal("46", Assert.Single(result.Odd).Text);
    }

    [Fact]
    public void Where_nothing_holds_all_of_the_range_is_tried()
    {
        var judge = JudgeOf((_, _, _) => false);
        var result = Search(Plan(PlanGoal.Smallest, 1, 100), judge);
        Assert.Null(result.Answer);
        Assert.Equal(["1", "26", "51", "76", "100"], judge.All.Select(run => run.Rung.Text).Distinct().OrderBy(int.Parse));
    }

    [Fact]
    public void Where_the_end_misses_and_the_middle_holds_the_middle_is_found()
    {
        var result = Search(Plan(PlanGoal.Smallest, 1, 100), JudgeOf((value, _, _) => value is >= 40 and <= 90));
        Assert.Equal("51", result.Answer!.Text);
    }

    [Fact]
    public void Nothing_is_run_twice()
    {
        var seen = new HashSet<string>();
        var judge = new Judge(
            (tasks, _) =>
            {
                Assert.All(tasks, task => Assert.True(seen.Add($"{string.Join(", ", task.Settings)} {task.Seed}")));
                return [.. tasks.Select(task => Row(task, (value, _, seed) => value >= 30 + (int)(seed % 5)))];
            },
            _ => [LostPlace.Nothing], Objectives, 1);
        Assert.Equal("34", Search(Plan(PlanGoal.Smallest, 1, 100), judge).Answer!.Text);
    }

    /// <summary>Two sizes of machine: 14 large ones at 2 dollars hold, or 25 small ones at 1 dollar.</summary>
    [Theory]
    [InlineData(1.0, "type small, n 25")]
    [InlineData(1.2, "type large, n 14")]
    public void The_cheapest_of_several_ladders_is_found(double priceOfSmall, string expected)
    {
        var plan = new PlanSpec
        {
            Goal = PlanGoal.Cheapest,
            Axes = [new Axis("type", ["small", "large"]), new Axis("n", [.. Enumerable.Range(1, 40).Select(value => $"{value}")])],
            Lose = new LossSpec(),
            Seeds = 5,
        };
        var judge = new Judge(
            (tasks, _) => [.. tasks.Select(task => new RunRow
            {
                Settings = task.Settings, Seed = $"{task.Seed}", Digest = "",
                Measures = new Dictionary<string, double>
                {
                    ["pods.pendingAtEnd"] = Count(task.Settings) >= (IsSmall(task.Settings) ? 25 : 14) ? 0 : 1,
                },
            })],
            _ => [LostPlace.Nothing], Objectives, 1);
        var ladders = LadderTable.Of(plan, settings => Count(settings) * (IsSmall(settings) ? priceOfSmall : 2));
        var result = new LadderSearch(ladders, judge, plan.Seeds, CancellationToken.None).Run();
        Assert.Equal(expected, result.Answer!.Text);
        Assert.InRange(judge.All.Count(), 5, 50);

        static bool IsSmall(IReadOnlyList<Setting> settings) => settings.Any(setting => setting.Value == "small");

        static int Count(IReadOnlyList<Setting> settings) =>
            int.Parse(settings.First(setting => setting.Path == "n").Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void An_interrupted_search_ends()
    {
        var judge = new Judge((_, _) => [], _ => [LostPlace.Nothing], Objectives, 1);
        Assert.Throws<OperationCanceledException>(() => Search(Plan(PlanGoal.Smallest, 1, 100), judge));
    }
}
