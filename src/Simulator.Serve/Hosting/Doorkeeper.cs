using Microsoft.AspNetCore.Http;
using Simulator.Serve.Access;
using Simulator.Serve.Hosting.Ports;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting;

/// <summary>
/// Stands at a port before everything that is behind it, the API and the simulator's own paths alike: a page of another site, who it is,
/// whether he may, whether there is room. Only then is the body read. Whoever is nobody, or too much, gives his connection back, too.
/// </summary>
internal sealed class Doorkeeper(SimulationThread thread, PortAccess access)
{
    public async Task<ServerAnswer> Pass(HttpContext context, Func<ServerRequest, Task<ServerAnswer>> pass)
    {
        var request = RequestReader.ReadHead(context.Request, access.Credentials.Of(context));
        var verdict = await Judge(request, context);
        var audited = access.Begin(request, verdict, thread.Present);
        var answer = verdict.Refusal ?? await Admit(verdict.Admit(request), context, pass);
        access.End(audited, answer);
        if (answer.Status is 401 or 429) context.Response.Headers.Connection = "close";
        return answer;
    }

    /// <summary>Rules that look at the cluster's objects do so on the simulation's thread.</summary>
    private async Task<AccessVerdict> Judge(ServerRequest request, HttpContext context)
    {
        var verdict = access.Gate.ReadsObjects ? await thread.Ask(_ => access.Gate.Check(request)) : access.Gate.Check(request);
        return CrossSite.Refuse(context.Request, request.Caller.Port) is { } foreign ? verdict with { Refusal = foreign } : verdict;
    }

    private async Task<ServerAnswer> Admit(ServerRequest request, HttpContext context, Func<ServerRequest, Task<ServerAnswer>> pass)
    {
        if (access.Throttle.Enter(request) is not { } place) return Throttle.TooMany;
        context.Response.RegisterForDispose(place);
        if (CleanPath.Redirect(request) is { } elsewhere) return elsewhere;
        return await pass(request with { Body = await RequestReader.ReadBody(context.Request, context.RequestAborted) });
    }
}
