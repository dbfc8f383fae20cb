using System.Text;
using Simulator.Serve.Answers;
using Xunit;

namespace Simulator.Serve.Tests;

/// <summary>Bodies in protobuf: newer kubectls write what they create so.</summary>
public sealed class ProtobufBodyTests
{
    private const string Type = "application/vnd.kubernetes.protobuf";

    /// <summary>As kubectl 1.32.4 sends <c>create deployment web --image=nginx --replicas=3</c>.</summary>
    private const string Deployment =
        """
        6b 38 73 00 0a 15 0a 07 61 70 70 73 2f 76 31 12 0a 44 65 70 6c 6f 79 6d 65 6e 74 12 ab 01 0a 1f
        0a 03 77 65 62 12 00 1a 00 22 00 2a 00 32 00 38 00 42 00 5a 0a 0a 03 61 70 70 12 03 77 65 62 12
        7a 08 03 12 0c 0a 0a 0a 03 61 70 70 12 03 77 65 62 1a 60 0a 1c 0a 00 12 00 1a 00 22 00 2a 00 32
        00 38 00 42 00 5a 0a 0a 03 61 70 70 12 03 77 65 62 12 40 12 22 0a 05 6e 67 69 6e 78 12 05 6e 67
        69 6e 78 2a 00 42 00 6a 00 72 00 80 01 00 88 01 00 90 01 00 a2 01 00 1a 00 32 00 42 00 4a 00 52
        00 58 00 60 00 68 00 82 01 00 8a 01 00 9a 01 00 c2 01 00 22 02 0a 00 28 00 38 00 1a 0c 08 00 10
        00 18 00 20 00 28 00 38 00 48 00 1a 00 22 00
        """;

    private const string Deployments = "/apis/apps/v1/namespaces/default/deployments";
    private const string Json = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","creationTimestamp":null,"labels":{"app":"web"}},"spec":
        {"replicas":3,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"creationTimestamp":null,"labels":{"app":"web"}},
        "spec":{"containers":[{"name":"nginx","image":"nginx","resources":{}}]}},"strategy":{}},"status":{}}
        """;

    [Fact]
    public void A_message_is_the_object_that_JSON_would_be()
    {
        var (told, said) = (new Conversation(ServerManner.Extended), new Conversation(ServerManner.Extended));
        var answer = told.SendBytes("POST", Deployments, Bytes(Deployment), ("Content-Type", Type));
        Assert.Equal(201, answer.Status);
        Assert.Equal(said.Post(Deployments, Json).ToJsonString(), Conversation.Json(answer).ToJsonString());
    }

    /// <summary>
    /// Maps, lists, inlined parts, numbers or texts, quantities, times and packed numbers; what nobody knows is passed over.
    /// </summary>
    [Fact]
    public void Every_form_of_a_field_is_read()
    {
        var client = new Conversation(ServerManner.Extended);
        var pod = Message("v1", "Pod", Field(1, Text(1, "a"), Entry(11, "k", "v"), Entry(11, "l", "w"), Text(999, "who knows")), Field(2,
            Field(1, Text(1, "scratch"), Field(2, Field(2, Text(1, "")))),
            Field(2,
                Text(1, "c"), Text(2, "i"), Text(3, "sh"), Text(3, "-c"),
                Field(6, Text(2, ""), Number(3, 80)),
                Field(8, Entry(1, "cpu", Text(1, "100m")), Entry(1, "memory", Text(1, "64Mi"))),
                Field(10, Field(1, Field(2, Text(1, "/"), Field(2, Number(1, 0), Number(2, 8080)))), Number(3, 2))),
            Number(4, 0), Number(5, 60)));
        var answer = client.SendBytes("POST", "/api/v1/namespaces/default/pods", pod, ("Content-Type", Type));
        Assert.Equal(201, answer.Status);
        var read = Conversation.Json(answer);
        Assert.Equal("""{"k":"v","l":"w"}""", read["metadata"]!["labels"]!.ToJsonString());
        var (spec, container) = (read["spec"]!, read["spec"]!["containers"]![0]!);
        Assert.Equal("""["sh","-c"]""", container["command"]!.ToJsonString());
        Assert.Equal("""{"cpu":"100m","memory":"64Mi"}""", container["resources"]!["limits"]?.ToJsonString() ?? "none");
        Assert.Equal((80, 8080, 2), (
            (int)container["ports"]![0]!["containerPort"]!, (int)container["livenessProbe"]!["httpGet"]!["port"]!,
            (int)container["livenessProbe"]!["timeoutSeconds"]!));
        Assert.Equal((0, 60), ((int)spec["terminationGracePeriodSeconds"]!, (int)spec["activeDeadlineSeconds"]!));
        Assert.NotNull(spec["volumes"]![0]!["emptyDir"]);
    }

    [Theory]
    [InlineData("", "empty data")]
    [InlineData("7b 7d", "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]")]
    [InlineData("6b 38 73 00 0a 7f", "unexpected EOF")]
    [InlineData("6b 38 73 00 0a ff ff ff ff ff ff ff ff ff ff 01", "proto: integer overflow")]
    [InlineData("6b 38 73 00 0b 01", "proto: illegal wireType 3")]
    public void What_is_no_message_is_told_in_the_library_s_words(string bytes, string fault)
    {
        var answer = new Conversation().SendBytes("POST", "/api/v1/namespaces/default/pods", Bytes(bytes), ("Content-Type", Type));
        Assert.Equal(400, answer.Status);
        Assert.Contains(
            $"the object provided is unrecognized (must be of type Pod): {fault}", (string?)Conversation.Json(answer)["message"]);
    }

    /// <summary>A message in a message in a message ... ends at the depth that no object has.</summary>
    [Fact]
    public void A_message_without_end_is_refused()
    {
        var inner = Text(1, "x");
        for (var i = 0; i < 2_000; i++) inner = Field(5, inner);
        var schema = Message("v1", "Pod", Field(2, inner));
        Assert.InRange(
            new Conversation().SendBytes("POST", "/api/v1/namespaces/default/pods", schema, ("Content-Type", Type)).Status, 400, 499);
    }

    private static byte[] Bytes(string hexadecimal) =>
        [.. hexadecimal.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(text => Convert.ToByte(text, 16))];

    private static byte[] Message(string version, string kind, params byte[][] parts) =>
        [.. "k8s\0"u8, .. Field(1, Text(1, version), Text(2, kind)), .. Field(2, parts)];

    private static byte[] Entry(int number, string key, string value) => Entry(number, key, Encoding.UTF8.GetBytes(value));

    private static byte[] Entry(int number, string key, byte[] value) =>
        Field(number, Text(1, key), [.. Varint((2 << 3) | 2), .. Varint(value.Length), .. value]);

    private static byte[] Text(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    private static byte[] Number(int number, long value) => [.. Varint(number << 3), .. Varint(value)];

    private static byte[] Field(int number, params byte[][] parts)
    {
        byte[] all = [.. parts.SelectMany(part => part)];
        return [.. Varint((number << 3) | 2), .. Varint(all.Length), .. all];
    }

    private static IEnumerable<byte> Varint(long value)
    {
        for (; value >= 0x80; value >>= 7) yield return (byte)(value | 0x80);
        yield return (byte)value;
    }
}
