using System.Diagnostics;

namespace Simulator.Tests.Reports.Browser;

/// <summary>A Chromium of this machine without a window, for all tests of a class; nothing is started where there is none.</summary>
public sealed class HeadlessBrowser : IAsyncDisposable
{
    private const string Told = "DevTools listening on ";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private readonly string _profile = Directory.CreateTempSubdirectory("browser").FullName;
    private readonly SemaphoreSlim _starting = new(1);
    private Process? _process;

    /// <summary>A pipe that nobody reads would stop the browser.</summary>
    private Task _draining = Task.CompletedTask;
    private DevTools? _tools;

    /// <summary>Null: this machine has no browser that can be driven.</summary>
    public static string? Program { get; } = (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from name in Names
        let file = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)
        where File.Exists(file)
        select file).FirstOrDefault();

    internal async Task<BrowserTab> OpenAsync(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            _tools ??= await StartAsync(cancellation);
        }
        finally
        {
            _starting.Release();
        }

        return await BrowserTab.OpenAsync(_tools, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tools is not null)
        {
            await _tools.AskAsync("", "Browser.close", [], CancellationToken.None);
            await _tools.DisposeAsync();
        }

        if (_process is not null)
        {
            if (!_process.WaitForExit(TimeSpan.FromSeconds(10))) _process.Kill(entireProcessTree: true);
            await _draining;
            _process.Dispose();
        }

        _starting.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    /// <summary>Root has no sandbox; the pages are our own. What the browser does by itself in the network is turned off.</summary>
    private async Task<DevTools> StartAsync(CancellationToken cancellation)
    {
        string[] arguments =
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync",
            "--disable-component-update", "--disable-dev-shm-usage", "--remote-debugging-port=0", $"--user-data-dir={_profile}",
            "about:blank",
        ];
        _process =
            Process.Start(new ProcessStartInfo(Program!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await _process.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith(Told, StringComparison.Ordinal)) continue;
            _draining = Task.WhenAll(_process.StandardError.ReadToEndAsync(), _process.StandardOutput.ReadToEndAsync());
            return await DevTools.ConnectAsync(new Uri(line[Told.Length..]), limit.Token);
        }

        throw new InvalidOperationException($"{Program} ended before it could be driven.");
    }
}
