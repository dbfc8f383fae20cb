using CsCheck;
using Simulator.Reports.Statistics;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class StatisticsTests
{
    /// <summary>Law: the integral of a step function is the sum of its rectangles, wherever the changes are.</summary>
    [Fact]
    public void The_integral_of_steps_is_the_sum_of_rectangles() =>
        Gen.Select(Gen.Int[0, 5_000_000], Gen.Int[0, 100_000]).Array[1, 20].Sample(steps =>
        {
            var integral = new StepIntegral();
            var (at, area, value) = (0L, 0L, 0L);
            foreach (var (wait, next) in steps)
            {
                area += wait * value;
                (at, value) = (at + wait, next);
                integral.Set(TimeSpan.FromMicroseconds(at), value);
            }

            return integral.SecondsAt(TimeSpan.FromMicroseconds(at)) == area / 1e6
                && integral.SecondsAt(TimeSpan.FromMicroseconds(at + 3_000_000)) == (area + (3_000_000 * value)) / 1e6;
        });

    [Fact]
    public void Sixty_thousand_replicas_over_a_year_do_not_overflow()
    {
        var integral = new StepIntegral();
        integral.Set(TimeSpan.Zero, 60_000);
        Assert.Equal(60_000 * 365 * 86_400.0, integral.SecondsAt(TimeSpan.FromDays(365)));
    }

    [Theory]
    [InlineData(0.5, 20)]
    [InlineData(0.51, 30)]
    [InlineData(0.75, 30)]
    [InlineData(0.99, 40)]
    [InlineData(1, 40)]
    public void Percentiles_are_values_by_nearest_rank(double share, double expected) =>
        Assert.Equal(expected, Percentiles.Of([10, 20, 30, 40], share));

    [Theory]
    [InlineData(0, "0 s", "0:00:00", "0 s")]
    [InlineData(1.806, "1.81 s", "0:00:02", "1.81 s")]
    [InlineData(34.4, "34 s", "0:00:34", "34.4 s")]
    [InlineData(59.996, "1 min", "0:01:00", "60 s")]
    [InlineData(312, "5 min 12 s", "0:05:12", "0:05:12")]
    [InlineData(3599.6, "1 h", "1:00:00", "1:00:00")]
    [InlineData(6959, "1 h 56 min", "1:55:59", "1:55:59")]
    [InlineData(90_000, "1 d 1 h", "25:00:00", "25:00:00")]
    public void Durations_read_as_people_write_them(double seconds, string words, string clock, string brief) =>
        Assert.Equal((words, clock, brief), (HumanTime.Long(seconds), HumanTime.Clock(seconds), HumanTime.Short(seconds)));

    [Theory]
    [InlineData(0.99996, "99.996 %")]
    [InlineData(0.9999999, "99.999 %")]
    [InlineData(0.41, "41 %")]
    [InlineData(0.0000001, "0.001 %")]
    [InlineData(1, "100 %")]
    public void A_share_never_rounds_to_all_or_nothing(double share, string expected) => Assert.Equal(expected, HumanNumber.Percent(share));
}
