using Microsoft.AspNetCore.Http;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Audit;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>
/// The gate of a port: another site's page, who it is, whether he may, whether there is room; then what is behind it. All of it is
/// written to the audit log.
/// </summary>
/// <param name="judge">Asks the rules; those that look at the cluster's objects do so on the simulation's thread.</param>
internal sealed class GuardedGate(
    PortCredentials port, Func<ServerRequest, Task<AccessVerdict>> judge, Throttle throttle, AuditTrail audit) : IGate
{
    public async Task<ServerAnswer> Pass(ServerRequest request, HttpContext context, Func<ServerRequest, Task<ServerAnswer>> pass)
    {
        var arrived = request with { Caller = port.Of(context) };
        var foreign = CrossSite.Refuse(context.Request, arrived.Caller.Port);
        var verdict = await judge(arrived);
        if (foreign is not null) verdict = verdict with { Refusal = foreign };
        var asked = audit.Asked(arrived, verdict);
        var answer = verdict.Refusal ?? await Admitted(verdict.Admit(arrived), context, pass);
        audit.Answered(asked, answer.Status);
        return answer;
    }

    private async Task<ServerAnswer> Admitted(ServerRequest request, HttpContext context, Func<ServerRequest, Task<ServerAnswer>> pass)
    {
        if (throttle.Enter(request) is not { } place) return Throttle.TooMany;
        context.Response.RegisterForDispose(place);
        return CleanPath.Redirect(request) ?? await pass(request);
    }
}
