using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs.Serving;

/// <summary>Asks a simulator that serves.</summary>
internal sealed class ServerClient(string address, string? token, HttpMessageHandler handler, Screen screen)
{
    /// <summary>The answer; null, and a sentence on the screen, if there is none or it is a refusal.</summary>
    public async Task<JsonNode?> Ask(HttpMethod method, string path, string? body = null)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            screen.Tell($"--server {address}  allowed is an address such as http://127.0.0.1:8080", "red");
            return null;
        }

        try
        {
            return await Send(new Uri(server, path), method, body);
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or JsonException)
        {
            screen.Tell($"{address}  {lost.Message}", "red");
            return null;
        }
    }

    private async Task<JsonNode?> Send(Uri to, HttpMethod method, string? body)
    {
        using var client = new HttpClient(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(method, to);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode) return JsonNode.Parse(text);
        screen.Tell($"{address}  {MessageIn(text)}", "red");
        return null;
    }

    private static string MessageIn(string text)
    {
        try
        {
            return JsonNode.Parse(text)?["message"]?.GetValue<string>() ?? text.Trim();
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            return text.Trim();
        }
    }
}
