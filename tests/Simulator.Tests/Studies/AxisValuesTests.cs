using Simulator.Studies.Axes;
using Xunit;

namespace Simulator.Tests.Studies;

public sealed class AxisValuesTests
{
    [Theory]
    [InlineData("1800..2400:200", "1800 2000 2200 2400")]
    [InlineData("1..3", "1 2 3")]
    [InlineData("5..5:10", "5")]
    [InlineData("1..10:4", "1 5 9")]
    [InlineData("-2..2:2", "-2 0 2")]
    [InlineData("0.1..0.5:0.1", "0.1 0.2 0.3 0.4 0.5")]
    [InlineData("10%..30%:10%", "10% 20% 30%")]
    [InlineData("99.9%..99.95%:0.05%", "99.9% 99.95%")]
    [InlineData("10s..30s:10s", "10s 20s 30s")]
    [InlineData("30s..2m:30s", "30s 1m 1m30s 2m")]
    [InlineData("100m..300m:100m", "100m 200m 300m")]
    [InlineData("1Gi..3Gi:1Gi", "1Gi 2Gi 3Gi")]
    [InlineData("a,b, c", "a b c")]
    [InlineData("1,5..10:5", "1 5 10")]
    [InlineData("../a.yaml,../b.yaml", "../a.yaml ../b.yaml")]
    [InlineData("[a,b],[c]", "[a,b] [c]")]
    [InlineData("settled", "settled")]
    public void Values_of_an_axis(string text, string expected)
    {
        Assert.Equal(expected, string.Join(' ', AxisValues.Parse(text, out var problem) ?? []));
        Assert.Equal("", problem);
    }

    [Theory]
    [InlineData("", "has no values: no run would be made")]
    [InlineData("5..1:1", "'5..1:1' begins after its end, so that it has no values")]
    [InlineData("1..5:0", "'1..5:0' has a step of 0: it never ends")]
    [InlineData("1..5:-1", "'1..5:-1' has a negative step")]
    [InlineData("5..1:-1", "'5..1:-1' has a negative step")]
    [InlineData("0.1..0.5", "'0.1..0.5' is no range: allowed is A..B:STEP")]
    [InlineData("10s..20s", "'10s..20s' is no range: allowed is A..B:STEP")]
    [InlineData("10s..20:5s", "'10s..20:5s' is no range")]
    [InlineData("1..x:1", "'1..x:1' is no range")]
    [InlineData("1..:1", "'1..:1' is no range")]
    [InlineData("1..1000000:1", "'1..1000000:1' has more than 10,000 values")]
    [InlineData("a,,b", "has an empty value between its commas")]
    [InlineData("a,b,a", "has the value 'a' twice")]
    public void What_is_no_axis_gets_its_sentence(string text, string sentence)
    {
        Assert.Null(AxisValues.Parse(text, out var problem));
        Assert.StartsWith(sentence, problem);
    }

    [Fact]
    public void Every_combination_comes_once_and_the_last_axis_changes_first() =>
        Assert.Equal(
            ["a=1, b=x", "a=1, b=y", "a=2, b=x", "a=2, b=y"],
            Axis.Product([new Axis("a", ["1", "2"]), new Axis("b", ["x", "y"])]).Select(variant => string.Join(", ", variant)));

    [Fact]
    public void Without_axes_there_is_one_variant() => Assert.Empty(Assert.Single(Axis.Product([])));
}
