using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Tests.Reports.Browser;

/// <summary>The wire to a browser: commands with their answers, and events, of all tabs.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _waiting = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _end = new();
    private Task _reading = Task.CompletedTask;
    private int _last;

    /// <summary>Told on the thread that reads; the tab, the method and the parameters.</summary>
    public event Action<string, string, JsonNode>? Told;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var tools = new DevTools();
        await tools._socket.ConnectAsync(address, cancellation);
        tools._reading = tools.ReadAsync();
        return tools;
    }

    /// <param name="tab">"" = the browser itself.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The browser refuses it.</exception>
    public async Task<JsonNode> AskAsync(string tab, string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _waiting[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (tab.Length > 0) command["sessionId"] = tab;
        await _sending.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, true, cancellation);
        }
        finally
        {
            _sending.Release();
        }

        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        while (!_end.IsCancellationRequested)
        {
            var part = await _socket.ReceiveAsync(buffer, _end.Token);
            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;
            Hear(JsonNode.Parse(message.ToArray())!);
            message.SetLength(0);
        }
    }

    private void Hear(JsonNode message)
    {
        if (message["id"]?.GetValue<int>() is not { } id)
        {
            Told?.Invoke(message["sessionId"]?.GetValue<string>() ?? "", message["method"]!.GetValue<string>(), message["params"]!);
        }
        else if (_waiting.TryRemove(id, out var answer))
        {
            if (message["error"] is { } error) answer.SetException(new InvalidOperationException(error.ToJsonString()));
            else answer.SetResult(message["result"]!);
        }
    }
}
