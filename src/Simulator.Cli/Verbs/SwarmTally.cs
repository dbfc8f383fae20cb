using System.Diagnostics;
using Simulator.Scenarios.Generators;
using Simulator.World.Invariants;

namespace Simulator.Cli.Verbs;

/// <summary>Counts worlds as they end, from several threads, tells how far they are, and names those that do not end.</summary>
internal sealed class SwarmTally : IDisposable
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>Worlds take less than a second.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<ulong, IReadOnlyList<string>> _findings = [];
    private readonly Dictionary<ulong, long> _running = [];
    private readonly int _count;
    private readonly TextWriter _progress;
    private readonly Timer _watch;
    private long _last = Stopwatch.GetTimestamp();
    private int _done;
    private long _facts;

    public SwarmTally(int count, TextWriter progress)
    {
        (_count, _progress) = (count, progress);
        _watch = new Timer(_ => NameSlowOnes(), null, Long, Long);
    }

    public int Failed => _findings.Count;

    /// <summary>What was found, by seed, and the sum of it.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                var held =
                    $"{_done - Failed:N0} of {_done:N0} worlds held all {InvariantTable.All.Count} invariants over {_facts:N0} facts";
                var failed = Failed == 0 ? "" : $"; {Failed:N0} failed";
                var left = _done == _count ? "" : $"; {_count - _done:N0} were not run";
                return [.. _findings.Values.SelectMany(lines => lines), held + failed + left];
            }
        }
    }

    public void Begin(ulong seed)
    {
        lock (_lock) _running.Add(seed, Stopwatch.GetTimestamp());
    }

    /// <param name="problems">In words; none if it held.</param>
    public void End(SwarmRun run, IReadOnlyList<string> problems)
    {
        lock (_lock)
        {
            _running.Remove(run.Scenario.Seed);
            (_done, _facts) = (_done + 1, _facts + run.FactCount);
            if (problems.Count > 0)
            {
                _findings.Add(run.Scenario.Seed, problems);
                _progress.WriteLine(problems[0]);
            }
            else if (_done < _count && Stopwatch.GetElapsedTime(_last) >= BetweenLines)
            {
                _last = Stopwatch.GetTimestamp();
                _progress.WriteLine($"{_done:N0} of {_count:N0} worlds, {_facts:N0} facts, {Failed:N0} failed");
            }
        }
    }

    public void Dispose() => _watch.Dispose();

    private void NameSlowOnes()
    {
        lock (_lock)
        {
            foreach (var (seed, since) in _running)
            {
                var elapsed = Stopwatch.GetElapsedTime(since);
                if (elapsed >= Long) _progress.WriteLine($"world {seed} has been running for {elapsed.TotalSeconds:N0} s");
            }
        }
    }
}
