using Simulator.Reports.Plots.Charts;
using Xunit;

namespace Simulator.Tests.Reports.Pictures;

/// <summary>What stands beside an axis.</summary>
public sealed class ScaleTests
{
    [Theory]
    [InlineData(0, 972_000, "0|200,000|400,000|600,000|800,000")]
    [InlineData(0, 1_080_000, "0|0.2 M|0.4 M|0.6 M|0.8 M|1 M")]
    [InlineData(0, 12_500_000, "0|2 M|4 M|6 M|8 M|10 M|12 M")]
    [InlineData(990_000, 1_010_000, "990,000|995,000|1,000,000|1,005,000|1,010,000")]
    public void Millions_are_short_unless_their_last_figures_are_the_news(double from, double to, string ticks) =>
        Assert.Equal(ticks, string.Join('|', new NumberScale(from, to, "pods").Ticks(9).All.Select(tick => tick.Text)));
}
