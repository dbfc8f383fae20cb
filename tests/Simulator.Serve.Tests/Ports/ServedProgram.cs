using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Simulator.Cli;

namespace Simulator.Serve.Tests.Ports;

/// <summary><c>simulator serve</c> as a user starts it, on free ports, in this process; it ends with the test.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private const string Scenario =
        """
        scenario: attacked
        seed: 1
        duration: 1h
        clusters:
          - name: east
            region: us-east1
            zones: [us-east1-b]
            nodePools: [{ name: default, machineType: n1-standard-1, count: 2 }]
          - name: west
            region: us-west1
            zones: [us-west1-a]
            nodePools: [{ name: default, machineType: n1-standard-1, count: 1 }]
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _interruption = new();
    private readonly LineWriter _out = new();
    private readonly LineWriter _error = new();
    private Task<int>? _program;

    private ServedProgram() => Folder = Directory.CreateTempSubdirectory("served").FullName;

    public string Folder { get; }

    public int Insecure => PortOf("http");

    public int Secure => PortOf("https");

    public string Errors => _error.Text;

    public static async Task<ServedProgram> Start(IReadOnlyDictionary<string, string> files, params string[] args)
    {
        var served = new ServedProgram();
        foreach (var (name, text) in files) File.WriteAllText(served.In(name), text);
        File.WriteAllText(served.In("scenario.yaml"), Scenario);
        string[] all = [
            "serve", served.In("scenario.yaml"), .. args.Contains("--port") ? [] : (string[])["--port", "0"],
            .. args.Select(arg => arg.Replace("@", served.Folder + "/", StringComparison.Ordinal))];
        served._program = Task.Run(() => CliProgram.Invoke(all, served._out, served._error, served._interruption.Token));
        var deadline = DateTime.UtcNow + Patience;
        while (!served._out.Text.Contains("clock: ", StringComparison.Ordinal)
            && !served._program.IsCompleted
            && DateTime.UtcNow < deadline)
        {
            await Task.Delay(20);
        }
        return served;
    }

    public string In(string file) => Path.Combine(Folder, file);

    /// <summary>The exit code, after the program has ended by itself.</summary>
    public Task<int> Ended => _program!;

    /// <summary>
    /// A request with its bare bytes, as an attacker writes it; the whole answer until the server closes or stops talking.
    /// </summary>
    public async Task<string> Send(int port, string request, X509Certificate2? client = null)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", port);
        await using var wire = port == Insecure ? connection.GetStream() : await Secured(connection, client);
        await wire.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var answer = new MemoryStream();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await wire.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // The server has cut the connection.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>A request whose answer is not read; it lasts until it is disposed of.</summary>
    public async Task<Stream> Open(int port, string request)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", port);
        var wire = port == Insecure ? connection.GetStream() : await Secured(connection, null);
        await wire.WriteAsync(Encoding.UTF8.GetBytes(request));
        return wire;
    }

    /// <summary>The status of a request at the secure port of east.</summary>
    public async Task<int> Status(string line, params string[] headers) => StatusOf(await Send(Secure, Request(line, headers)));

    public static string Request(string line, params string[] headers) =>
        $"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    /// <summary>0: there was no answer.</summary>
    public static int StatusOf(string answer) =>
        answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3)) : 0;

    public async ValueTask DisposeAsync()
    {
        await _interruption.CancelAsync();
        if (_program is not null) await _program;
        _interruption.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<Stream> Secured(TcpClient connection, X509Certificate2? client)
    {
        var wire = new SslStream(connection.GetStream());
        await wire.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ClientCertificates = client is null ? null : [client],
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });
        return wire;
    }

    /// <summary>Of east; 0: there is none.</summary>
    private int PortOf(string scheme) =>
        Regex.Match(_out.Text, $"^east: .*{scheme}://[^:]*:(\\d+)", RegexOptions.Multiline) is { Success: true } found
            ? int.Parse(found.Groups[1].ValueSpan)
            : 0;

    /// <summary>Text that is read while it is written.</summary>
    private sealed class LineWriter : StringWriter
    {
        private readonly Lock _lock = new();

        public string Text
        {
            get
            {
                lock (_lock) return ToString();
            }
        }

        public override void Write(char value)
        {
            lock (_lock) base.Write(value);
        }

        public override void Write(string? value)
        {
            lock (_lock) base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            lock (_lock) base.Write(buffer, index, count);
        }
    }
}
