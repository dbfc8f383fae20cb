using Simulator.Serve.Replay;
using Xunit;

namespace Simulator.Serve.Tests;

/// <summary>Every recorded command of real clients gets the answers that the real API server of 1.3.10 gave.</summary>
public sealed class RecordedCommandTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "kubectl", "cases");

    /// <summary>
    /// Its state was read before the last status that its answer shows: the recording lacks the write of one available replica in between.
    /// </summary>
    private static readonly string[] Incomplete = ["http-patch-strategic-add"];

    public static TheoryData<string> Clients => ["http-", "k13-", "k120-"];

    [Theory]
    [MemberData(nameof(Clients))]
    public void Is_answered_as_it_was(string client)
    {
        var cases = Directory.EnumerateFiles(Folder, $"{client}*.jsonl.gz").Order(StringComparer.Ordinal).Select(RecordedCase.Read)
            .ToList();
        Assert.True(cases.Count > 100);
        var differing = cases.Where(recorded => !Incomplete.Contains(recorded.Id))
            .Select(recorded => (recorded.Id, Difference: CaseReplay.Difference(recorded)))
            .Where(pair => pair.Difference is not null).Select(pair => $"{pair.Id}: {pair.Difference}");
        Assert.Equal([], differing);
    }
}
