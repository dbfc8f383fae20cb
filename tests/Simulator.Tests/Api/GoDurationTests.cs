using Simulator.Api.Documents;
using Xunit;

namespace Simulator.Tests.Api;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("5m", 300_000, "5m")]
    [InlineData("40s", 40_000, "40s")]
    [InlineData("1h30m", 5_400_000, "1h30m")]
    [InlineData("100ms", 100, "100ms")]
    [InlineData("1.5h", 5_400_000, "1h30m")]
    [InlineData("-5m", -300_000, "-5m")]
    [InlineData("0", 0, "0s")]
    [InlineData("0s", 0, "0s")]
    [InlineData("1h0.5s", 3_600_500, "1h500ms")]
    [InlineData("30m1h", 5_400_000, "1h30m")]
    [InlineData(".5s", 500, "500ms")]
    public void Reads_and_writes(string text, double milliseconds, string written)
    {
        Assert.True(GoDuration.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
        Assert.Equal(written, GoDuration.Format(duration));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5 m")]
    [InlineData("5d")]
    [InlineData("1h-5m")]
    [InlineData("1..5s")]
    [InlineData("99999999999999999999h")]
    [InlineData("300000000h")]
    public void Refuses(string text) => Assert.False(GoDuration.TryParse(text, out _));

    [Fact]
    public void Knows_small_units()
    {
        Assert.True(GoDuration.TryParse("1us200ns", out var duration));
        Assert.Equal(12, duration.Ticks);
    }
}
