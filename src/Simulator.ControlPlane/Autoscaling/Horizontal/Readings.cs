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

    public Reading Of(SelectorMatcher selector)
    {
        if (!_known.TryGetValue(selector, out var reading)) _known.Add(selector, reading = new Reading());
        return reading;
    }

    internal sealed class Reading
    {
        private IReadOnlyList<ApiObject>? _pods;
        private CpuRequests? _requests;
        private string _requestsError = "";
        private IReadOnlyList<PodMetrics>? _measured;
        private CpuRequests? _measuredFor;
        private CpuUsage? _usage;
        private string _usageError = "";

        public CpuRequests? Requests(IReadOnlyList<ApiObject> pods, out string error)
        {
            if (!ReferenceEquals(pods, _pods)) (_pods, _requests) = (pods, CpuRequests.Of(pods, out _requestsError));
            error = _requestsError;
            return _requests;
        }

        public CpuUsage? Usage(IReadOnlyList<PodMetrics> measured, CpuRequests requests, string home, out string error)
        {
            if (!ReferenceEquals(measured, _measured) || !ReferenceEquals(requests, _measuredFor))
            {
                (_measured, _measuredFor, _usage) = (measured, requests, CpuUsage.Of(measured, requests.Names, home, out _usageError));
            }
            error = _usageError;
            return _usage;
        }
    }
}
