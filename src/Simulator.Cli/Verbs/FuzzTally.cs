using System.Diagnostics;

namespace Simulator.Cli.Verbs;

/// <summary>Counts trials as they end, from several threads, and tells now and then how far they are.</summary>
internal sealed class FuzzTally(int count, TextWriter progress)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly List<string> _problems = [];
    private long _last = Stopwatch.GetTimestamp();
    private int _done;
    private int _accepted;

    public int Count => count;

    public int Problems => _problems.Count;

    public IReadOnlyList<string> Lines =>
    [
        .. _problems.Order(StringComparer.Ordinal).SelectMany(problem => problem.Split('\n')),
        $"{_done:N0} of {count:N0} inputs tried, {_accepted:N0} were accepted; {_problems.Count:N0} failed",
    ];

    public void Note(string text)
    {
        lock (_lock) progress.WriteLine(text);
    }

    /// <param name="problem">Null: none.</param>
    /// <returns>How many problems there are.</returns>
    public int Take(bool isAccepted, string? problem)
    {
        lock (_lock)
        {
            _done++;
            if (isAccepted) _accepted++;
            if (problem is not null)
            {
                _problems.Add(problem);
                foreach (var line in problem.Split('\n')) progress.WriteLine(line);
            }
            else if (Stopwatch.GetElapsedTime(_last) >= BetweenLines)
            {
                _last = Stopwatch.GetTimestamp();
                progress.WriteLine($"{_done:N0} of {count:N0} inputs, {_accepted:N0} accepted, {_problems.Count:N0} failed");
            }

            return _problems.Count;
        }
    }
}
