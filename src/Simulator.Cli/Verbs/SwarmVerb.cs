using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Generators;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator swarm</c></summary>
internal static class SwarmVerb
{
    private const int WorldsDefault = 200;

    public static Command Create(Screen screen)
    {
        var count = CountOption.Create("--count", "Worlds to run.", "N", WorldsDefault);
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of the first world; the next ones count up from it.",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
        };
        var twice = new Option<bool>("--check-digest") { Description = "Run each world twice and compare the digests." };
        var version = KubernetesOption.Create();
        version.Description = $"In all worlds, instead of the versions that are drawn: {KubernetesOption.Known}.";
        version.AcceptOnlyFromAmong([.. KubernetesVersions.Names]);
        var verb = new Command("swarm", "Draws small random worlds, runs them and holds them to all invariants.")
        {
            count,
            seed,
            twice,
            version,
        };
        verb.SetAction(parsed =>
        {
            Func<ulong, SwarmRun> run = parsed.GetValue(version) is { } name
                ? seed => SwarmRun.Of(seed, KubernetesVersions.Find(name)!)
                : SwarmRun.Of;
            return Run(parsed.GetValue(seed), parsed.GetValue(count), parsed.GetValue(twice), run, screen);
        });
        return verb;
    }

    private static int Run(ulong seed, int count, bool twice, Func<ulong, SwarmRun> runOf, Screen screen)
    {
        using var interruption = new Interruption(screen.Interruption);
        var options = new ParallelOptions { CancellationToken = interruption.Token, MaxDegreeOfParallelism = Environment.ProcessorCount };
        using var tally = new SwarmTally(count, screen.Error);
        try
        {
            Parallel.For(0, count, options, i =>
            {
                tally.Begin(seed + (ulong)i);
                var run = runOf(seed + (ulong)i);
                var problems = Problems(run, twice ? runOf : null);
                tally.End(run, problems.Count > 0 ? [.. Lines(run, problems)] : []);
            });
        }
        finally
        {
            foreach (var line in tally.Lines) screen.Out.WriteLine(line);
        }

        return tally.Failed == 0 ? ExitCode.Done : ExitCode.Missed;
    }

    /// <param name="runAgain">Null: once is enough.</param>
    private static IReadOnlyList<string> Problems(SwarmRun run, Func<ulong, SwarmRun>? runAgain)
    {
        var problems = run.Broken.Take(5).Select(broken => broken.ToString()).ToList();
        if (run.Bug is { } bug) problems.Add(bug.ToString());
        if (runAgain?.Invoke(run.Scenario.Seed).Digest is { } again && again != run.Digest)
        {
            problems.Add($"run twice it gives two digests: {run.Digest[..16]} and {again[..16]}");
        }
        return problems;
    }

    private static IEnumerable<string> Lines(SwarmRun run, IReadOnlyList<string> problems)
    {
        yield return $"world {run.Scenario.Seed} failed; repeat it: simulator swarm --count 1 --seed {run.Scenario.Seed} --kubernetes "
            + $"{run.Scenario.Clusters[0].Version}";
        foreach (var problem in problems) yield return $"  {problem}";
        foreach (var line in ScenarioWords.Of(run.Scenario)) yield return $"  {line}";
    }
}
