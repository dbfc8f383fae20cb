using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Simulator.Tests.Reports.Browser;

/// <summary>Pages as a person sees them: in a real Chromium, where this machine has one.</summary>
public sealed partial class BrowserTests(PageShelf shelf) : IClassFixture<PageShelf>
{
    private const int Phone = PageCheck.Phone;
    private const int Screen = PageCheck.Screen;
    private const string Skipped =
        "There is no Chromium on this machine (chromium, google-chrome, ...): no page was looked at in a browser.";

    public static TheoryData<string> Pages => [.. PageTests.Runs.Select(row => row.Data), PageShelf.Study];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_seen_whole_light_and_dark_says_no_error_and_asks_for_nothing(string name)
    {
        await using var tab = await OpenAsync();
        await PageCheck.IsSeenWholeAsync(tab, shelf.Page(name));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_a_picture_shows_is_told_to_a_mouse_and_to_a_finger(string name)
    {
        await using var tab = await OpenAsync();
        await tab.ShowAsync(shelf.Page(name), Screen, "light");
        Assert.NotEqual("", await ToldByAsync(tab, tab.PointAsync));
        await tab.ShowAsync(shelf.Page(name), Phone, "light");
        Assert.NotEqual("", await ToldByAsync(tab, tab.TouchAsync));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_a_picture_shows_is_told_to_the_keyboard(string name)
    {
        await using var tab = await OpenAsync();
        await tab.ShowAsync(shelf.Page(name), Screen, "light");
        await tab.ValueAsync<int>("document.querySelector('figure svg').focus(), 0");
        var told = new HashSet<string>(StringComparer.Ordinal);
        var shapes = await tab.ValueAsync<int>("document.querySelector('figure svg').querySelectorAll('.h').length");
        for (var i = 0; i < Math.Min(shapes, 20); i++)
        {
            await tab.PressAsync("ArrowRight");
            Assert.NotEqual("", await ToldAsync(tab));
            told.Add(await ToldAsync(tab));
        }

        Assert.InRange(told.Count, Math.Min(shapes, 2), shapes);
        await tab.PressAsync("Escape");
        Assert.Equal("", await ToldAsync(tab));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_printed_on_three_sheets_at_most(string name)
    {
        await using var tab = await OpenAsync();
        await tab.ShowAsync(shelf.Page(name), Screen, "dark");
        var print = Encoding.Latin1.GetString(await tab.PrintAsync());
        Assert.InRange(Sheet().Count(print), 1, 3);
    }

    /// <summary>What these tests look for would be found.</summary>
    [Fact]
    public async Task An_error_of_a_script_a_request_and_what_is_too_wide_are_noticed()
    {
        await using var tab = await OpenAsync();
        var file = shelf.Text("broken.html", """
            <meta name="viewport" content="width=device-width"/><p style="width: 900px">wide</p><img src="nowhere.png"/><script>throw 1;</script>
            """);
        await tab.ShowAsync(file, Phone, "light");
        Assert.NotEmpty(tab.Console);
        Assert.Contains(tab.Requests, request => request.EndsWith("nowhere.png", StringComparison.Ordinal));
        Assert.True(await PageCheck.WidthAsync(tab) > Phone);
    }

    private async Task<BrowserTab> OpenAsync()
    {
        Assert.SkipWhen(HeadlessBrowser.Program is null, Skipped);
        return await shelf.Browser.OpenAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The middle of a shape of the picture that is seen and tells something; the page has scrolled there.</summary>
    private static async Task<(double X, double Y)> PlaceAsync(BrowserTab tab)
    {
        const string Svg =
            "Array.from(document.querySelectorAll('figure svg')).find(function (s) { return s.getBoundingClientRect().width > 0; })";
        const string Box = $"{Svg}.querySelector('.h').getBoundingClientRect()";
        await tab.ValueAsync<int>($"{Svg}.querySelector('.h').scrollIntoView({{ block: 'center' }}), 0");
        await tab.ValueAsync<int>("new Promise(function (r) { setTimeout(function () { r(0); }, 100); })");
        return (await tab.ValueAsync<double>($"{Box}.x + {Box}.width / 2"), await tab.ValueAsync<double>($"{Box}.y + {Box}.height / 2"));
    }

    /// <summary>
    /// A browser on a busy machine may still be laying out the page when it is touched: then again, where the shape is now.
    /// </summary>
    private static async Task<string> ToldByAsync(BrowserTab tab, Func<double, double, Task> touch)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var (x, y) = await PlaceAsync(tab);
            await touch(x, y);
            for (var looks = 0; looks < 10; looks++)
            {
                if (await ToldAsync(tab) is { Length: > 0 } told) return told;
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        return "";
    }

    private static Task<string> ToldAsync(BrowserTab tab) =>
        tab.ValueAsync<string>("(function (tip) { return tip.hidden ? '' : tip.textContent; })(document.getElementById('tip'))");

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();
}
