/**
 * Syllables that carry no subject: they neither prove nor disprove that a passage is about the question.
 * With diacritics, as they stand after restoration.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "ạ à á ư hả hử nhỉ nhé nha nhen hen vậy thế thì là mà và với hay hoặc của cho ở tại trong ngoài trên dưới từ đến tới " +
    "khi lúc nếu như vì do để bị được có không chưa rồi đã đang sẽ vẫn còn cũng đều chỉ phải cần nên muốn xin hỏi biết thấy " +
    "gì nào sao đâu ai bao nhiêu mấy này kia đó đấy ấy nọ những các một cái con người mình tôi tui tớ em anh chị cô chú bác " +
    "ông bà bạn bot ad mọi người ta nó họ chúng giúp dùm giùm làm ơn cảm rất lắm quá hơn nhất nữa lại ra vào lên xuống đi về " +
    "về theo qua bằng thôi luôn ngay liền mới vừa cứ hãy đừng thì mỗi hết mất loại việc điều theo xong trước sau khác " +
    "nhiều ít hiện nay giờ bây hôm năm tháng ngày lần sẵn dạ vâng ừ ok đây ủa ơi " +
    "e a z v r k xíu hồi nãy lâu luôn đống cả tí chút ty kiểu cỡ chừng khoảng tầm nè đi hông vầy " +
    "nói kể tìm hiểu thông tin chi tiết cụ thể rõ giải thích trả lời quy định bên phía nhà"
  ).split(" "),
);
