using Simulator.World.Specification;

namespace Simulator.World.Traffic.Rates;

/// <summary>Requests a second over time. What bends is cut into pieces with the value of their middle, on a grid that all share.</summary>
internal sealed class RateFunction(TrafficSpec spec)
{
    /// <summary>Pieces of ramps and of the flanks of a crowd.</summary>
    private static readonly TimeSpan FlankPiece = TimeSpan.FromSeconds(10);

    private int _step;

    /// <summary>Until the moment returned, null for ever, it stays at the value.</summary>
    /// <param name="now">Not before the one asked for last.</param>
    public TimeSpan? From(TimeSpan now, out double perSecond)
    {
        while (_step + 1 < spec.Rate.Count && spec.Rate[_step + 1].At <= now) _step++;
        var next = NextChange(now);
        perSecond = ValueAt(next is { } end ? now + ((end - now) / 2) : now);
        return next;
    }

    private TimeSpan? NextChange(TimeSpan now)
    {
        TimeSpan? next = _step + 1 < spec.Rate.Count ? spec.Rate[_step + 1].At : null;
        var piece = spec.Daily is not null || spec.Noise > 0 ? spec.Resolution : (TimeSpan?)null;
        var step = spec.Rate[_step];
        if (step.Over > TimeSpan.Zero) Flank(step.At, step.At + step.Over);
        foreach (var crowd in spec.Crowds)
        {
            var (risen, falls) = (crowd.At + crowd.Rise, crowd.At + crowd.Rise + crowd.For);
            Edge(crowd.At);
            Flank(crowd.At, risen);
            Edge(falls);
            Flank(falls, falls + crowd.Fall);
        }

        if (piece is { } length) Edge(new TimeSpan(((now.Ticks / length.Ticks) + 1) * length.Ticks));
        return next;

        void Flank(TimeSpan from, TimeSpan to)
        {
            Edge(to);
            if (now >= from && now < to) piece = piece < FlankPiece ? piece : FlankPiece;
        }

        void Edge(TimeSpan at)
        {
            if (at > now && !(next <= at)) next = at;
        }
    }

    private double ValueAt(TimeSpan at)
    {
        var rate = Base(at) * (spec.Daily is { } daily ? Of(daily, at) : 1);
        foreach (var crowd in spec.Crowds) rate *= Of(crowd, at);
        return rate;
    }

    private double Base(TimeSpan at)
    {
        var step = spec.Rate[_step];
        if (at >= step.At + step.Over || _step == 0) return step.PerSecond;
        var before = spec.Rate[_step - 1].PerSecond;
        return before + ((step.PerSecond - before) * ((at - step.At) / step.Over));
    }

    private static double Of(DailyCurve daily, TimeSpan at)
    {
        var hours = 1 + (daily.Amplitude * Math.Cos(2 * Math.PI * (at - daily.Peak).TotalDays));
        var day = (DayOfWeek)(((int)daily.StartsOn + at.Days) % 7);
        return day is DayOfWeek.Saturday or DayOfWeek.Sunday ? hours * daily.Weekend : hours;
    }

    private static double Of(FlashCrowd crowd, TimeSpan at)
    {
        var since = at - crowd.At;
        if (since < TimeSpan.Zero) return 1;
        if (since < crowd.Rise) return 1 + ((crowd.Factor - 1) * (since / crowd.Rise));
        since -= crowd.Rise + crowd.For;
        if (since < TimeSpan.Zero) return crowd.Factor;
        return since < crowd.Fall ? crowd.Factor + ((1 - crowd.Factor) * (since / crowd.Fall)) : 1;
    }
}
