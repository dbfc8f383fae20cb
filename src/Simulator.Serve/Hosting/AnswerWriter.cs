using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting;

/// <summary>Puts an answer on the wire: short bodies with their length, long ones in chunks, streams frame by frame.</summary>
internal sealed class AnswerWriter(SimulationThread thread, CancellationToken stopping)
{
    /// <summary>Longer bodies are sent in chunks, as Go's net/http does.</summary>
    private const int WholeBodyMax = 2048;

    /// <summary>Pieces of a long list are gathered to so many bytes.</summary>
    private const int FlushedAt = 64 << 10;

    public async Task Write(ServerAnswer answer, HttpContext context, CancellationToken gone)
    {
        if (answer.HeadAfter > TimeSpan.Zero) await Task.Delay(answer.HeadAfter, gone);
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.ContentType is { } type) response.ContentType = type;
        foreach (var (name, value) in answer.Headers) response.Headers.Append(name, value);
        if (answer.Status == StatusCodes.Status101SwitchingProtocols) await Upgrade(answer, context, gone);
        else if (answer.Stream is { } stream) await Follow(stream, answer.StreamEndsAfter, context, response.Body, gone);
        else await WriteBody(answer, context, gone);
    }

    private static async Task WriteBody(ServerAnswer answer, HttpContext context, CancellationToken gone)
    {
        if (answer.Length <= WholeBodyMax && answer.Status is not (204 or 304)) context.Response.ContentLength = answer.Length;
        if (answer.Length == 0 || HttpMethods.IsHead(context.Request.Method)) return;
        if (answer.Parts.Count == 0) await context.Response.Body.WriteAsync(answer.Body, gone);
        else await WriteParts(answer.Parts, context.Response.BodyWriter, gone);
    }

    private static async Task WriteParts(IReadOnlyList<ReadOnlyMemory<byte>> parts, PipeWriter wire, CancellationToken gone)
    {
        var waiting = 0;
        foreach (var part in parts)
        {
            wire.Write(part.Span);
            waiting += part.Length;
            if (waiting < FlushedAt) continue;
            waiting = 0;
            await wire.FlushAsync(gone);
        }

        await wire.FlushAsync(gone);
    }

    private async Task Upgrade(ServerAnswer answer, HttpContext context, CancellationToken gone)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } feature)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await using var wire = await feature.UpgradeAsync();
        if (answer.Body.Length > 0) await wire.WriteAsync(answer.Body, gone);
        if (answer.Stream is { } stream) await Follow(stream, answer.StreamEndsAfter, context, wire, gone);
    }

    private async Task Follow(
        Func<IFrameSink, IDisposable> open, TimeSpan? endsAfter, HttpContext context, Stream wire, CancellationToken gone)
    {
        await context.Response.StartAsync(gone);
        await context.Response.Body.FlushAsync(gone);
        var queue = new FrameQueue { Client = $"{context.Connection.RemoteIpAddress}:{context.Connection.RemotePort}" };
        var source = await thread.Ask(_ =>
        {
            thread.Clock.Brakes.Add(queue);
            return open(queue);
        });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (endsAfter is { } limit) end.CancelAfter(limit);
        try
        {
            using (end.Token.Register(queue.End)) await Send(queue, wire, gone);
        }
        catch (IOException) when (queue.IsGivenUp)
        {
            context.Abort();
        }
        finally
        {
            thread.Post(() =>
            {
                thread.Clock.Brakes.Remove(queue);
                source.Dispose();
            });
        }
    }

    /// <summary>Frames that are there go together, each a write of its own.</summary>
    private static async Task Send(FrameQueue queue, Stream wire, CancellationToken gone)
    {
        await foreach (var frame in queue.Frames.ReadAllAsync(gone))
        {
            await wire.WriteAsync(frame, gone);
            queue.Took(frame.Length);
            if (!queue.Frames.TryPeek(out _)) await wire.FlushAsync(gone);
        }
    }
}
