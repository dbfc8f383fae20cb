namespace Simulator.ControlPlane.Hosting;

/// <summary>A call to the API server of a member of a federation, with a client of the caller's own for that member.</summary>
/// <param name="Timeout">Null: it waits for ever, as the clients of 1.3 do.</param>
public sealed record MemberRequest(string Member, ApiRequest Request, TimeSpan? Timeout = null) : ApiRequest;

/// <summary>The watch of a member's objects begins: everything that is there is listed first. No answer comes.</summary>
public sealed record WatchMemberRequest(string Member) : ApiRequest;

/// <summary>The watch of a member's objects ends. No answer comes.</summary>
public sealed record ForgetMemberRequest(string Member) : ApiRequest;

/// <summary>GET of /healthz, which asks nobody else.</summary>
public sealed record HealthRequest : ApiRequest;
