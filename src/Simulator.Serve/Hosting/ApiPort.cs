using Microsoft.AspNetCore.Http;
using Simulator.Serve.Dashboard;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>What is behind one port: the API server of one cluster, and the simulator's own paths.</summary>
internal sealed class ApiPort(SimulationThread thread, ServedDoor door, SimulatorPaths paths, PortAccess access, CancellationToken stopping)
{
    private readonly AnswerWriter _writer = new(thread, stopping);
    private readonly Doorkeeper _doorkeeper = new(thread, access);
    private readonly DashboardPaths _dashboard = new(thread, door);
    private readonly DashboardViews _views = new(door);

    public async Task Serve(HttpContext context)
    {
        var gone = context.RequestAborted;
        try
        {
            var page = PageFiles.Find(RequestReader.ReadHead(context.Request, Caller.Loopback));
            await _writer.Write(page ?? await _doorkeeper.Pass(context, Answer), context, gone);
        }
        catch (BadHttpRequestException refused)
        {
            context.Response.StatusCode = refused.StatusCode;
        }
        catch (OperationCanceledException)
        {
            // The client has left, or the server stops.
        }
    }

    private Task<ServerAnswer> Answer(ServerRequest request) =>
        _dashboard.Find(request)
        ?? (SimulatorPaths.Owns(request.Path) ? paths.Answer(request) : thread.Ask(run => Asked(run, request)));

    /// <summary>On the simulation's thread, at the present moment.</summary>
    private ServerAnswer Asked(ServedRun run, ServerRequest request)
    {
        thread.Clock.CatchUp();
        return _views.Find(run, request) ?? door.Answer(request, access.Rights);
    }
}
