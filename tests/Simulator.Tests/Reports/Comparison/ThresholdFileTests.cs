using Simulator.Api.Documents;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Catalog;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Reports.Comparison;

public sealed class ThresholdFileTests
{
    [Fact]
    public void A_file_replaces_what_it_names()
    {
        var book = Read("""
            podStart.p99: { relative: 10%, absolute: 200ms, noise: 0.05 }
            recovery.zone.<zone>: { absolute: 1m }
            recovery.zone.east: { absolute: 2m }
            cost.total: { relative: 0.02 }
            pods.created: { ignore: true }
            eviction.first: { better: lower }
            events: { relative: 20% }
            """, out var diagnostics);
        Assert.False(diagnostics.HasErrors);
        Assert.Equal((0.1, 0.2, 0.05), Numbers(book!.Of("podStart.p99")));
        Assert.Equal((0, 60, 0.1), Numbers(book.Of("recovery.zone.west")));
        Assert.Equal((0, 120, 0.1), Numbers(book.Of("recovery.zone.east")));
        Assert.Equal((0.02, 0, 0.0001), Numbers(book.Of("cost.total")));
        Assert.Equal((0.2, 0, 0), Numbers(book.Of("events")));
        Assert.Null(book.Of("pods.created"));
        Assert.Equal(Better.Lower, book.Of("eviction.first")!.Better);
        Assert.Equal(MeasureCatalog.Find("podStart.p50")!.Stake, book.Of("podStart.p50"));
    }

    [Fact]
    public void All_mistakes_are_told_with_their_places()
    {
        Assert.Null(Read("""
            podStart.p98: { relative: 10% }
            podStart.p99: { relative: much, absolut: 1s }
            cost.total: { absolute: -1, better: cheaper }
            events: 5%
            """, out var diagnostics));
        Assert.Equal(
            """
            1:15 'podStart.p98': there is no such measure; did you mean 'podStart.p90'?
            2:27 'podStart.p99'.relative: found 'much'; allowed is a percentage such as 5%, or a share such as 0.05
            2:33 'podStart.p99'.absolut: unknown key; did you mean 'absolute'?
            3:25 'cost.total'.absolute: found the number -1; allowed is a number in the unit of the measure, or a duration such as 200ms
            3:37 'cost.total'.better: found 'cheaper'; allowed are lower, higher, neither
            4:9 events: found '5%'; allowed is a mapping
            """,
            string.Join('\n', diagnostics.Errors.Select(error => $"{error.Line}:{error.Column} {error.Message}")),
            ignoreLineEndingDifferences: true);
    }

    private static (double, double, double) Numbers(Stake? stake) => (stake!.Relative, stake.Absolute, stake.Noise);

    private static ThresholdBook? Read(string text, out Diagnostics diagnostics)
    {
        using var folder = new ScratchFolder();
        return ThresholdFile.Read(folder.Write("thresholds.yaml", text), diagnostics = new Diagnostics());
    }
}
