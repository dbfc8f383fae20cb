using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>What the API server passes questions for metrics on to: metrics.k8s.io, custom and external metrics.</summary>
public interface IMetricsApis
{
    /// <param name="request">One that asks for samples.</param>
    ApiResponse Answer(ApiRequest request, Instant now);
}

/// <summary>Nobody has registered any.</summary>
internal sealed class NoMetricsApis : IMetricsApis
{
    public ApiResponse Answer(ApiRequest request, Instant now) => Missing(request);

    public static ApiResponse Missing(ApiRequest request) =>
        new(request, ApiResult.NotFound, Reason: "the server could not find the requested resource");
}
