using System.Text.Json;
using Simulator.Tests.Reports.Browser;
using Xunit;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>The dashboard in a tab of a browser, used as a person uses it: by what stands on its buttons and fields.</summary>
internal sealed class DashboardTab(BrowserTab tab, string address) : IAsyncDisposable
{
    public const int Phone = 390;

    public const int Screen = 1280;

    public const int Wall = 2560;

    /// <summary>A machine that is busy with other tests takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public BrowserTab Tab => tab;

    public async Task ShowAsync(string page, int width, string scheme)
    {
        await tab.ShowAsync($"{address}/dashboard/#/{page}", width, scheme);
        await UntilAsync("document.querySelector('h1') !== null && document.querySelector('output.now').textContent !== '–:––:––'");
    }

    public async Task GoAsync(string page)
    {
        await tab.ValueAsync<int>($"location.hash = '#/{page}', 0");
        await UntilAsync($"location.hash.startsWith('#/{page}') && document.querySelector('h1') !== null");
    }

    /// <summary>Waits for an expression to become true.</summary>
    public async Task UntilAsync(string expression)
    {
        var end = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < end)
        {
            if (await tab.ValueAsync<bool>($"Boolean({expression})")) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"never: {expression}; the page said: {await TextAsync()}; console: {string.Join(' ', tab.Console)}");
    }

    public Task SeesAsync(string text) => UntilAsync($"document.getElementById('main').innerText.includes({Quoted(text)})");

    public Task IsToldAsync(string text) => UntilAsync($"document.getElementById('said').textContent.includes({Quoted(text)})");

    public Task<string> TextAsync() => tab.ValueAsync<string>("document.body.innerText");

    /// <summary>A button, link or menu item by its words or its label; the last of them, which lies on top.</summary>
    public async Task PressAsync(string words, string within = "body")
    {
        var found =
            $"[...document.querySelectorAll({Quoted(within)} + ' :is(button, a, summary)')].filter(one => one.offsetParent !== null || "
            + $"one.closest('dialog, .menu')).filter(one => one.textContent === {Quoted(words)} || one.getAttribute('aria-label') === "
            + $"{Quoted(words)}).at(-1)";
        await UntilAsync(found);
        await tab.ValueAsync<int>($"{found}.click(), 0");
    }

    /// <summary>A field by its label.</summary>
    public async Task FillAsync(string label, string value)
    {
        var found = "document.getElementById([...document.querySelectorAll('label')].filter(one => one.textContent === "
            + $"{Quoted(label)}).at(-1)?.htmlFor)";
        await UntilAsync(found);
        await tab.ValueAsync<int>($"(field => {{ field.value = {Quoted(value)}; field.dispatchEvent(new Event('input', {{ bubbles: true "
            + "})); "
            + $"field.dispatchEvent(new Event('change', {{ bubbles: true }})); return 0; }})({found})");
    }

    public Task<string> FieldAsync(string label) =>
        tab.ValueAsync<string>("document.getElementById([...document.querySelectorAll('label')].filter(one => one.textContent === "
            + $"{Quoted(label)}).at(-1)?.htmlFor)?.value ?? ''");

    /// <summary>What axe finds, one a line; nothing if everybody can use the page.</summary>
    /// <param name="rules">None: all of them.</param>
    public async Task<string> ViolationsAsync(params IReadOnlyList<string> rules)
    {
        await tab.ValueAsync<int>($"window.axe ? 0 : (() => {{ {DashboardStage.Axe}; return 0; }})()");
        var options = rules.Count == 0 ? "{}" : $"{{ runOnly: {{ type: 'rule', values: {JsonSerializer.Serialize(rules)} }} }}";
        return await tab.ValueAsync<string>(
            $"axe.run({options}).then(found => found.violations.map(one => "
                + "`${one.id}: ${one.nodes.map(node => node.html).slice(0, 3).join(' ')}`).join('\\n'))");
    }

    /// <summary>Nothing complains, and nothing was asked of anybody else.</summary>
    public void IsQuiet()
    {
        Assert.Empty(tab.Console);
        Assert.All(tab.Requests, request => Assert.StartsWith(address, request, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => tab.DisposeAsync();

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
