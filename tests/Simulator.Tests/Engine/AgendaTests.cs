using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Engine;

/// <summary>The queue against its plain twin: a sorted set of (time, priority, sequence).</summary>
public sealed class AgendaTests
{
    private readonly Simulation _simulation = new();
    private readonly RandomStream _draws = new(7);
    private readonly SortedSet<(long Ticks, int Priority, long Number)> _plain = [];
    private readonly Dictionary<long, (TimerHandle Handle, (long, int, long) Key)> _timers = [];
    private readonly List<long> _expected = [];
    private readonly List<long> _fired = [];
    private long _number;

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    [InlineData(10_000_000_000)]
    public void The_order_is_that_of_a_sorted_set(long longestDelay)
    {
        for (var round = 0; round < 300; round++)
        {
            for (var i = _draws.NextInt(200); i > 0; i--) Add(Delay(longestDelay));
            for (var i = _draws.NextInt(120); i > 0; i--) CancelAny();
            var until = _simulation.Now + Delay(longestDelay);
            TakePlain(until.Ticks);
            _simulation.Run(until);
            Assert.Equal(_plain.Count, _simulation.PendingCount);
            Assert.Equal(_plain.Count == 0 ? null : new TimeSpan(_plain.Min.Ticks), _simulation.NextTime);
        }

        TakePlain(long.MaxValue);
        _simulation.RunAll();
        Assert.Equal(_expected, _fired);
    }

    // Most delays are short and a few are very long, as in a cluster: milliseconds of network, minutes of eviction.
    private TimeSpan Delay(long longest)
    {
        var shortened = longest >> (_draws.NextInt(3) * 8);
        return new TimeSpan((long)(_draws.NextDouble() * shortened));
    }

    private void Add(TimeSpan delay)
    {
        var key = ((_simulation.Now + delay).Ticks, _draws.NextInt(3) - 1, _number++);
        var handle = _simulation.Schedule(delay, static (test, n) => ((AgendaTests)test)._fired.Add(n), this, key.Item3, key.Item2);
        _plain.Add(key);
        _timers.Add(key.Item3, (handle, key));
    }

    private void CancelAny()
    {
        if (_number == 0) return;
        var timer = _timers[(long)(_draws.NextDouble() * _number)];
        Assert.Equal(_plain.Remove(timer.Key), _simulation.Cancel(timer.Handle));
    }

    private void TakePlain(long limit)
    {
        while (_plain.Count > 0 && _plain.Min.Ticks <= limit)
        {
            _expected.Add(_plain.Min.Number);
            _plain.Remove(_plain.Min);
        }
    }
}
