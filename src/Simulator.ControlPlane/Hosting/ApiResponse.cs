using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

public enum ApiResult
{
    Ok,
    NotFound,
    AlreadyExists,
    Conflict,

    /// <summary>Refused by a rule of the API server (for example a second binding).</summary>
    Invalid,

    /// <summary>Refused by an admission plug-in (quota, limit range, namespace that is going away).</summary>
    Forbidden,

    /// <summary>The API server has too many requests in flight (429); the client tries again after Retry-After.</summary>
    TooManyRequests,

    /// <summary>No answer: API server down, connection cut or time-out.</summary>
    Unavailable,
}

/// <param name="Object">The object as stored after the call (GET, create, update), or what is in the way (AlreadyExists, Conflict); null
/// otherwise.</param>
/// <param name="Items">The listed objects; null otherwise.</param>
/// <param name="Reason">Why it was refused, in the words of 1.3.10; "" where the result says it all.</param>
public readonly record struct ApiResponse(
    ApiRequest Request,
    ApiResult Result,
    ApiObject? Object = null,
    IReadOnlyList<ApiObject>? Items = null,
    string Reason = "")
{
    /// <summary>What the metrics server said, through the API server's proxy; null for all other calls.</summary>
    public MetricsAnswer? Metrics { get; init; }

    /// <summary>What a metrics API said; null for all other calls.</summary>
    public MetricSamples? Samples { get; init; }

    /// <summary>What a DNS provider has listed; null for all other calls.</summary>
    public IReadOnlyList<RecordSet>? Records { get; init; }

    /// <summary>A creation was refused because its namespace goes away: whatever is tried there fails.</summary>
    public bool IsNamespaceTerminating { get; init; }

    public bool IsOk => Result == ApiResult.Ok;

    /// <summary>The result, and the reason where there is one; for messages.</summary>
    public string Outcome => Reason.Length > 0 ? Reason : Result.ToString();
}
