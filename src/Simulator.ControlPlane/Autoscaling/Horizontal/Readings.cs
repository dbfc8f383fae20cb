using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>
/// What was made of the last list and the last answer of each target. Servers hand out the same instances until something changes: then
/// a pass has nothing to add up.
/// </summary>
internal sealed class Readings
{
    private readonly Dictionary<SelectorMatcher, Reading> _known = new(ReferenceEqualityComparer.Instance);

    public Reading Of(string home, SelectorMatcher selector)
    {
        if (!_known.TryGetValue(selector, out var reading)) _known.Add(selector, reading = new Reading(home, selector));
        return reading;
    }

    internal sealed class Reading(string home, SelectorMatcher selector)
    {
        private IReadOnlyList<ApiObject>? _pods;
        private CpuRequests? _requests;
        private string _requestsError = "";
        private IReadOnlyList<PodMetrics>? _measured;
        private CpuRequests? _measuredFor;
        private CpuUtilization? _utilization;
        private string _error = "";

        /// <summary>One pass is under way at a time, so that all share their requests.</summary>
        public ListPodsRequest List { get; } = new(home, selector);

        public PodMetricsRequest Metrics { get; } = new(home, selector);

        public CpuRequests? Requests(IReadOnlyList<ApiObject> pods, out string error)
        {
            if (!ReferenceEquals(pods, _pods)) (_pods, _requests) = (pods, CpuRequests.Of(pods, out _requestsError));
            error = _requestsError;
            return _requests;
        }

        /// <summary>Null with an error, or without one where the real program divides by zero.</summary>
        public CpuUtilization? Utilization(IReadOnlyList<PodMetrics> measured, CpuRequests requests, out string error)
        {
            if (!ReferenceEquals(measured, _measured) || !ReferenceEquals(requests, _measuredFor))
            {
                (_measured, _measuredFor) = (measured, requests);
                _utilization = CpuUsage.Of(measured, requests.Names, home, out _error) is { } usage ? Divide(usage, requests) : null;
            }
            error = _error;
            return _utilization;
        }

        /// <summary>The real program divides by the average, 0 or not.</summary>
        private static CpuUtilization? Divide(CpuUsage usage, CpuRequests requests) => requests.AverageMilli == 0
            ? null
            : new CpuUtilization(unchecked((int)(usage.AverageMilli * 100 / requests.AverageMilli)), usage.Timestamp);
    }
}
