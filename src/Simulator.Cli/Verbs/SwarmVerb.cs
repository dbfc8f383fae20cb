using System.CommandLine;
using System.Diagnostics;
using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Generators;
using Simulator.World.Invariants;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator swarm</c></summary>
internal static class SwarmVerb
{
    private const int WorldsDefault = 200;

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

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
        var options = new ParallelOptions { CancellationToken = interruption.Token };
        var findings = new SortedDictionary<ulong, IReadOnlyList<string>>();
        var (done, facts, last) = (0, 0L, Stopwatch.GetTimestamp());
        Parallel.For(0, count, options, i =>
        {
            var run = runOf(seed + (ulong)i);
            var problems = Problems(run, twice ? runOf : null);
            lock (findings)
            {
                if (problems.Count > 0) findings.Add(run.Scenario.Seed, [.. Lines(run, problems)]);
                (done, facts) = (done + 1, facts + run.FactCount);
                if (done == count || Stopwatch.GetElapsedTime(last) < BetweenLines) return;
                last = Stopwatch.GetTimestamp();
                screen.Error.WriteLine($"{done:N0} of {count:N0} worlds, {facts:N0} facts, {findings.Count:N0} failed");
            }
        });
        foreach (var line in findings.Values.SelectMany(lines => lines)) screen.Out.WriteLine(line);
        var sound =
            $"{count - findings.Count:N0} of {count:N0} worlds held all {InvariantTable.All.Count} invariants over {facts:N0} facts";
        screen.Out.WriteLine(findings.Count == 0 ? sound : $"{sound}; {findings.Count:N0} failed");
        return findings.Count == 0 ? ExitCode.Done : ExitCode.Missed;
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
