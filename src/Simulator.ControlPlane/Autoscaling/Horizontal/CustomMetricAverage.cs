using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>
/// The average of a custom metric over pods (calculateSumFromTimeSample in pkg/controller/podautoscaler/metrics of 1.3.10).
/// </summary>
/// <param name="Value">0 if no pod has a sample.</param>
/// <param name="Pods">Pods with a sample.</param>
/// <param name="Timestamp">The oldest of the pods' newest samples; null if there is none.</param>
internal sealed record CustomMetricAverage(double Value, int Pods, Instant? Timestamp)
{
    /// <summary>Samples that are younger than this, counted back from the pod's newest one, count.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    public static CustomMetricAverage Of(IReadOnlyList<IReadOnlyList<MetricPoint>> series)
    {
        var (sum, pods, oldest) = (0.0, 0, (Instant?)null);
        foreach (var points in series.Where(static points => points.Count > 0))
        {
            var newest = Newest(points);
            if (oldest is null || newest.Timestamp < oldest) oldest = newest.Timestamp;
            sum += Average(points, newest);
            pods++;
        }

        return new CustomMetricAverage(pods > 0 ? sum / pods : 0, pods, oldest);
    }

    /// <summary>The first of several with the same time.</summary>
    private static MetricPoint Newest(IReadOnlyList<MetricPoint> points)
    {
        var newest = points[0];
        foreach (var point in points)
        {
            if (newest.Timestamp < point.Timestamp) newest = point;
        }

        return newest;
    }

    /// <summary>Of whole numbers, cut to one, if the newest sample is a whole number; otherwise of the fractions alone.</summary>
    private static double Average(IReadOnlyList<MetricPoint> points, MetricPoint newest)
    {
        var (whole, count, fraction, fractions) = (0L, 0, 0.0, 0);
        foreach (var point in points.Where(point => point.Timestamp + Span > newest.Timestamp))
        {
            whole = unchecked(whole + (long)point.Value);
            count++;
            if (point.FloatValue is not { } value) continue;
            fraction += value;
            fractions++;
        }

        return newest.FloatValue is null ? whole / count : fraction / fractions;
    }
}
