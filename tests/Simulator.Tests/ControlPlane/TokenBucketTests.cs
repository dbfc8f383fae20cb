using CsCheck;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;
using Xunit;

namespace Simulator.Tests.ControlPlane;

public sealed class TokenBucketTests
{
    [Fact]
    public void Callers_beyond_the_burst_wait_in_order_for_the_ticks_that_bring_their_tokens()
    {
        var bucket = new TokenBucket(20, 2, Instant.Start);
        var now = Instant.FromSeconds(0.01);
        double[] waits = [.. Enumerable.Range(0, 5).Select(_ => bucket.Take(now).TotalMilliseconds)];
        Assert.Equal([0, 0, 40, 90, 140], waits);
    }

    [Fact]
    public void After_an_idle_time_a_burst_of_one_gives_two_tokens_back_to_back()
    {
        var bucket = new TokenBucket(0.1f, 1, Instant.Start);
        var now = Instant.FromSeconds(95);
        bool[] taken = [bucket.TryTake(now), bucket.TryTake(now), bucket.TryTake(now)];
        Assert.Equal([true, true, false], taken);
    }

    [Theory]
    [InlineData(0.1f, 9999999.9)]
    [InlineData(20f, 50000)]
    [InlineData(50f, 20000)]
    [InlineData(2e9f, 0.1)]
    public void The_interval_is_whole_nanoseconds_of_a_single_precision_rate(float qps, double microseconds)
    {
        var bucket = new TokenBucket(qps, 1, Instant.Start);
        bucket.TryTake(Instant.Start);
        Assert.Equal(microseconds, bucket.Take(Instant.Start).TotalMicroseconds, 1);
    }

    [Fact]
    public void Looking_for_the_next_token_changes_nothing_and_tells_the_truth() =>
        Gen.Int[0, 30_000].Array[1, 60].Select(Gen.Int[1, 4]).Sample((gaps, burst) =>
        {
            var (plain, watched) = (new TokenBucket(0.5f, burst, Instant.Start), new TokenBucket(0.5f, burst, Instant.Start));
            var now = Instant.Start;
            foreach (var gap in gaps)
            {
                var next = watched.NextTokenAt(now);
                now += TimeSpan.FromMilliseconds(gap);
                var expected = next <= now;
                Assert.Equal(plain.TryTake(now), watched.TryTake(now));
                if (expected) continue;
                Assert.False(watched.TryTake(now));
                plain.TryTake(now);
            }
        });
}
