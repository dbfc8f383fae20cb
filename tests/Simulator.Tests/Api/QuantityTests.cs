using Simulator.Api;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Quantities as resource.ParseQuantity of 1.3.10 reads them.</summary>
public sealed class QuantityTests
{
    /// <summary>text | whole units, rounded up | thousandths, rounded up | canonical form.</summary>
    public static TheoryData<string> Good =>
    [
        "0 | 0 | 0 | 0", "100m | 1 | 100 | 100m", "0.1 | 1 | 100 | 100m", "1.5 | 2 | 1500 | 1500m", "1500m | 2 | 1500 | 1500m",
        "123456n | 1 | 1 | 123456n", "123456u | 1 | 124 | 123456u", "1e3 | 1000 | 1000000 | 1k", "1E3 | 1000 | 1000000 | 1k",
        "1e-3 | 1 | 1 | 1m", "1e+3 | 1000 | 1000000 | 1k", "2k | 2000 | 2000000 | 2k", "1Gi | 1073741824 | 1073741824000 | 1Gi",
        "0.5Gi | 536870912 | 536870912000 | 512Mi", "1.5Ki | 1536 | 1536000 | 1536", "512Mi | 536870912 | 536870912000 | 512Mi",
        "200M | 200000000 | 200000000000 | 200M", "1E | 1000000000000000000 | 9223372036854775807 | 1E",
        "1Ei | 1152921504606846976 | 9223372036854775807 | 1Ei", "+5 | 5 | 5000 | 5", "-5 | -5 | -5000 | -5", "-100m | 0 | -100 | -100m",
        ".5 | 1 | 500 | 500m", "5. | 5 | 5000 | 5", "1.G | 1000000000 | 1000000000000 | 1G", ". | 0 | 0 | 0", "+ | 0 | 0 | 0",
        "m | 0 | 0 | 0",
        "007 | 7 | 7000 | 7", "0.1n | 1 | 1 | 1n", "-0.1n | 0 | 0 | -1n", "1.0000000001 | 2 | 1001 | 1000000001n",
        "0.000000000000001 | 1 | 1 | 1n",
        "9223372036854775807 | 9223372036854775807 | 9223372036854775807 | 9223372036854775807",
        "9223372036854775808 | 9223372036854775807 | 9223372036854775807 | 9223372036854775807",
        "100Ei | 9223372036854775807 | 9223372036854775807 | 9223372036854775807",
        "1e100 | 9223372036854775807 | 9223372036854775807 | 9223372036854775807", "1e-100 | 1 | 1 | 1n", "0e1000000 | 0 | 0 | 0",
        "1e2147483647 | 9223372036854775807 | 9223372036854775807 | 9223372036854775807",
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public void Reads(string line)
    {
        var cells = line.Split(" | ");
        var quantity = Quantity.Parse(cells[0]);
        Assert.Equal(line, $"{cells[0]} | {quantity.Value} | {quantity.MilliValue} | {quantity}");
        Assert.Equal(quantity, Quantity.Parse(quantity.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.2.3")]
    [InlineData("1ki")]
    [InlineData("1K")]
    [InlineData("1mi")]
    [InlineData("1MI")]
    [InlineData("1e")]
    [InlineData("1e3m")]
    [InlineData("1m3")]
    [InlineData("1e3.5")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("0x10")]
    [InlineData("1,5")]
    [InlineData("1_000")]
    [InlineData("abc")]
    [InlineData("\u0661")]
    public void Refuses(string text) => Assert.False(Quantity.TryParse(text, out _));

    [Fact]
    public void A_million_digits_cost_nothing()
    {
        Assert.Equal(long.MaxValue, Quantity.Parse(new string('9', 1_000_000)).Value);
        Assert.Equal(1, Quantity.Parse("0." + new string('0', 1_000_000) + "1").Nanos);
        Assert.Equal(1_333_333_334, Quantity.Parse("1." + new string('3', 1_000_000)).Nanos);
        Assert.Equal(1366, Quantity.Parse("1." + new string('3', 1_000_000) + "Ki").Value);
    }
}
